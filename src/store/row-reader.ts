/** A column is not of the kind that the statement promises: a defect of the statement, or of what wrote the store. */
export class MalformedRow extends Error {
  constructor(column: number, expected: string, came: unknown) {
    const shown = JSON.stringify(came) ?? String(came);
    super(`column ${column} of a row: expected ${expected}; came ${shown.slice(0, 80)}`);
    this.name = 'MalformedRow';
  }
}

/** What makes a thing of a row, as zod's schemas do. Throws MalformedRow (or ZodError) for what is no such row. */
export interface RowReader<Thing> {
  parse(row: unknown): Thing;
}

/**
 * The columns of a row, read one after the other, each checked. Zod's tuples check the same, but took longer than
 * all else that the service does for an answer.
 */
export class Columns {
  readonly #values: readonly unknown[];
  #at = 0;

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  text(): string {
    const value = this.#values[this.#at++];
    if (typeof value !== 'string') throw this.#malformed('a text', value);
    return value;
  }

  textOrNull(): string | null {
    const value = this.#values[this.#at++] ?? null;
    if (value !== null && typeof value !== 'string') throw this.#malformed('a text or nothing', value);
    return value;
  }

  number(): number {
    const value = this.#values[this.#at++];
    if (typeof value !== 'number') throw this.#malformed('a number', value);
    return value;
  }

  numberOrNull(): number | null {
    const value = this.#values[this.#at++] ?? null;
    if (value !== null && typeof value !== 'number') throw this.#malformed('a number or nothing', value);
    return value;
  }

  flag(): boolean {
    const value = this.#values[this.#at++];
    if (typeof value !== 'boolean') throw this.#malformed('true or false', value);
    return value;
  }

  texts(): readonly string[] {
    const value = this.#values[this.#at++];
    if (!isTexts(value)) throw this.#malformed('texts', value);
    return value;
  }

  oneOf<Word extends string>(words: readonly Word[]): Word {
    return this.#known(words, this.#values[this.#at++]);
  }

  eachOf<Word extends string>(words: readonly Word[]): readonly Word[] {
    return this.texts().map((value) => this.#known(words, value));
  }

  /** A row within this one. */
  row<Thing>(reader: RowReader<Thing>): Thing {
    return reader.parse(this.#values[this.#at++]);
  }

  rowOrNull<Thing>(reader: RowReader<Thing>): Thing | null {
    const value = this.#values[this.#at++] ?? null;
    return value === null ? null : reader.parse(value);
  }

  /** Rows within this one. */
  rows<Thing>(reader: RowReader<Thing>): readonly Thing[] {
    const value = this.#values[this.#at++];
    if (!isList(value)) throw this.#malformed('rows', value);
    return value.map((row) => reader.parse(row));
  }

  /** Throws where the row has more columns than were read. */
  end(): void {
    if (this.#values.length > this.#at) throw this.#malformed('no more columns', this.#values[this.#at++]);
  }

  #known<Word extends string>(words: readonly Word[], value: unknown): Word {
    for (const word of words) if (word === value) return word;
    throw this.#malformed(`one of ${words.join(', ')}`, value);
  }

  #malformed(expected: string, came: unknown): MalformedRow {
    return new MalformedRow(this.#at, expected, came);
  }
}

/** Reads a row that is a list of columns. */
export function rowOf<Thing>(read: (columns: Columns) => Thing): RowReader<Thing> {
  return {
    parse(row) {
      if (!isList(row)) throw new MalformedRow(0, 'a list of columns', row);
      const columns = new Columns(row);
      const thing = read(columns);
      columns.end();
      return thing;
    },
  };
}

/** How many of what was read are kept, for each kind of columns. */
const places = 2 ** 14;
/** Longer texts are read anew each time, so that what is kept has a bound. */
const longestKept = 1_000;
/**
 * One in so many takes the place of what has not been asked for since the last that would have. What is asked for often has
 * its turn soon; what is asked for once, one after the other, does not drive all else out, nor grow old in memory before it
 * goes, which costs more than reading it again.
 */
const keptOfNew = 128;
/** Seven of the digits of a record's id, which its columns begin with, whatever its type. */
const digitsOfId = [24, 25, 26, 27, 28, 29, 30] as const;

function placeOf(text: string): number {
  let hash = 0;
  for (const at of digitsOfId) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 11)) & (places - 1);
}

/**
 * Reads the columns that a node keeps as one text of JSON (see `columns.ts`). What a text was read as is kept, for the same
 * records are asked for again and again. Each has one place, by digits of its id, and is taken from there only where the
 * whole text is the same: a record that was revised, or is seen in another view, is never taken for what it was. To find one
 * by its place takes half the time that a map takes, which hashes all that it finds by.
 */
export function jsonRow<Thing extends object>(read: (columns: Columns) => Thing): RowReader<Thing> {
  const { parse } = rowOf(read);
  const kept = new Array<{ readonly text: string; readonly thing: Thing; asked: boolean } | null>(
    places,
  ).fill(null);
  let passedOver = 0;
  return {
    parse(text) {
      if (typeof text !== 'string') throw new MalformedRow(0, 'columns as JSON', text);
      const place = placeOf(text);
      const before = kept[place] ?? null;
      if (before?.text === text) {
        before.asked = true;
        return before.thing;
      }
      const thing = parse(JSON.parse(text));
      if (text.length > longestKept) return thing;
      if (before === null || (!before.asked && ++passedOver % keptOfNew === 0))
        kept[place] = { text, thing, asked: false };
      else before.asked = false;
      return thing;
    },
  };
}

/** `Array.isArray` makes `any` of what it finds. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  if (!isList(value)) return false;
  for (const one of value) if (typeof one !== 'string') return false;
  return true;
}
