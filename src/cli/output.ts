import { InvalidInput, OnrecordError } from '../domain/errors.ts';

/** Where a command writes: results on stdout, all else on stderr. */
export interface Output {
  /** The result: as JSON where `--json` was given, else in words. */
  result(json: unknown, words: string): void;
  /** What goes on meanwhile; nothing where stderr is no terminal, or JSON was asked for. */
  progress(words: string): void;
  /** What is said beside the result and is no part of it, so that a script may take the result as it is; nothing beside JSON. */
  note(words: string): void;
  failure(error: unknown): void;
}

/** The exit codes: done; the input or the graph is wrong; wrong usage or configuration; the store cannot be reached. */
export const exitCodes = { done: 0, wrongInput: 1, wrongUsage: 2, storeUnreachable: 3 } as const;

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof OnrecordError)) return exitCodes.wrongInput;
  if (error.code === 'WRONG_CONFIGURATION') return exitCodes.wrongUsage;
  const unreachable = ['STORE_UNREACHABLE', 'STORE_BUSY', 'STORE_VERSION_MISMATCH'];
  return unreachable.includes(error.code) ? exitCodes.storeUnreachable : exitCodes.wrongInput;
}

function described(error: unknown): object {
  if (!(error instanceof OnrecordError)) return { error: { code: 'FAILED', message: String(error) } };
  const issues = error instanceof InvalidInput ? { issues: error.issues } : {};
  return { error: { code: error.code, message: error.message, ids: error.ids, ...issues } };
}

export function createOutput(options: { readonly json: boolean }): Output {
  const line = (stream: NodeJS.WriteStream, text: string) => stream.write(`${text}\n`);
  return {
    result: (json, words) => line(process.stdout, options.json ? JSON.stringify(json) : words),
    progress: (words) => {
      if (!options.json && process.stderr.isTTY) line(process.stderr, words);
    },
    note: (words) => {
      if (!options.json) line(process.stderr, words);
    },
    failure: (error) => {
      if (options.json) line(process.stderr, JSON.stringify(described(error)));
      else
        line(process.stderr, `onrecord: ${error instanceof OnrecordError ? error.message : String(error)}`);
    },
  };
}
