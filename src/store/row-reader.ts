import { LRUCache } from 'lru-cache';

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

/** How much of what was read is kept, in characters of the texts that it was read from. */
const keptCharacters = 2_000_000;
/**
 * Where there is no more room, one in so many is kept in the place of what was not asked for longest. What is asked for
 * often has its turn soon; what is asked for once, one after the other, does not drive all else out, nor grow old in memory
 * before it goes, which costs more than reading it again.
 */
const keptOfNew = 32;
/** A record's id, when and where it was recorded, and its version stand within so many characters of its columns. */
const headCharacters = 96;

/**
 * Reads the columns that a node keeps as one text of JSON (see `columns.ts`). What a text was read as is kept while
 * there is room, for the same records are asked for again and again. It is found by the head of the text, whose hash is
 * soon had, and taken only where the whole text is the same: a record that was revised, or is seen in another view, is
 * never taken for what it was.
 */
export function jsonRow<Thing extends object>(read: (columns: Columns) => Thing): RowReader<Thing> {
  const { parse } = rowOf(read);
  const known = new LRUCache<string, { readonly text: string; readonly thing: Thing }>({
    maxSize: keptCharacters,
    sizeCalculation: ({ text }) => text.length + 1,
  });
  let passedOver = 0;
  return {
    parse(text) {
      if (typeof text !== 'string') throw new MalformedRow(0, 'columns as JSON', text);
      const head = text.slice(0, headCharacters);
      const before = known.get(head);
      if (before?.text === text) return before.thing;
      const thing = parse(JSON.parse(text));
      const hasRoom = known.calculatedSize + text.length < keptCharacters;
      if (hasRoom || before !== undefined || ++passedOver % keptOfNew === 0) known.set(head, { text, thing });
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
