import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../engine/engine.ts';

type Dialect = 'neo4j' | 'embedded';

const fragmentUse = /\{\{([a-z-]+)(?: ([a-z]+))?\}\}/gi;

/** Statements by their names. */
export interface NamedStatements {
  /** The statement of that name. Throws when there is none: a name is never made from input. */
  get(name: string): Statement;
}

/** The named statements of `cypher/`, as one engine is sent them: as they are written, over what the public may see. */
export interface Statements extends NamedStatements {
  readonly names: readonly string[];
  /** The same statements over the full view, whose nodes have labels and indexes of their own. */
  readonly full: NamedStatements;
}

const viewLabels =
  /:(Searchable|Entity|SourceVersion|Source|Passage|ClaimRelation|Claim|Assertion|Review|ReplyRequest|IdentityJudgement)\b/g;

/**
 * A statement over the full view: every record's label with `Full` before it, and the index of that view. The log, its
 * states, dates, requests and keys are there once.
 */
function inFullView(text: string): string {
  return text.replace(viewLabels, ':Full$1').replaceAll("'searchText'", "'fullSearchText'");
}

function withoutHeader(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();
}

/**
 * A statement on one line: a driver sends it in packets of 1,400 bytes, one call to the system each. Throws for a
 * comment within it, after which nothing would be read.
 */
function onOneLine(file: string, text: string): string {
  if (text.includes('//'))
    throw new Error(`cypher/${file}: a comment stands before the statement, not in it`);
  return text.replace(/\n\s*/g, ' ');
}

/** Puts in the fragments: `{{entity speaker}}` is `fragments/entity.cypher` with `speaker` for its `self`. */
function expand(text: string, fragments: ReadonlyMap<string, string>): string {
  return text.replace(fragmentUse, (use, name: string, variable: string | undefined) => {
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new Error(`no fragment ${use} in cypher/fragments`);
    const named = variable === undefined ? fragment : fragment.replace(/\bself\b/g, variable);
    return expand(named, fragments);
  });
}

function cypherFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.cypher')) continue;
    files.set(file.slice(0, -'.cypher'.length), readFileSync(join(folder, file), 'utf8'));
  }
  return files;
}

/**
 * Reads every statement of a folder of Cypher files. A statement that the two engines must spell differently
 * has two files, `name.neo4j.cypher` and `name.embedded.cypher`; the texts are fixed, so that plans are cached.
 */
export function loadStatements(folder: string, dialect: Dialect): Statements {
  const fragments = new Map(
    [...cypherFiles(join(folder, 'fragments'))].map(([name, text]) => [name, withoutHeader(text)]),
  );
  const statements = new Map<string, Statement>();
  const full = new Map<string, Statement>();
  for (const [file, text] of cypherFiles(folder)) {
    const [name = file, spelledFor] = file.split('.');
    if (spelledFor !== undefined && spelledFor !== dialect) continue;
    if (statements.has(name)) throw new Error(`cypher/${name} is there twice for ${dialect}`);
    const body = onOneLine(file, expand(withoutHeader(text), fragments));
    statements.set(name, { name, text: `/* ${name} */ ${body}` });
    full.set(name, { name, text: `/* ${name}, in full */ ${inFullView(body)}` });
  }
  return { ...named(statements), names: [...statements.keys()], full: named(full) };
}

function named(statements: ReadonlyMap<string, Statement>): NamedStatements {
  return {
    get(name) {
      const statement = statements.get(name);
      if (statement === undefined) throw new Error(`no statement ${name} in cypher/`);
      return statement;
    },
  };
}

/** The migrations of a dialect, in order; each file holds schema statements separated by semicolons. */
export function loadMigrations(
  folder: string,
  dialect: Dialect,
): readonly { readonly version: number; readonly name: string; readonly statements: readonly Statement[] }[] {
  const migrations = [];
  for (const [file, text] of cypherFiles(join(folder, 'migrations'))) {
    const [name = file, spelledFor] = file.split('.');
    if (spelledFor !== undefined && spelledFor !== dialect) continue;
    const statements = withoutHeader(text)
      .split(/;\s*(?:\n|$)/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one, index) => ({ name: `${name}#${index + 1}`, text: one }));
    migrations.push({ version: Number.parseInt(name, 10), name, statements });
  }
  return migrations.sort((a, b) => a.version - b.version);
}
