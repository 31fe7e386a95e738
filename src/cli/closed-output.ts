import { OnrecordError } from '../domain/errors.ts';
import { createOutput, exitCodes } from './output.ts';

/** What a shell reports of a program that ended because nobody read on: 128 and the number of SIGPIPE, which Node ignores. */
export const nobodyReads = 141;

/**
 * What to end with where the standard output could not be written; null where it could. Whoever read it may have gone,
 * as `head` does when it has enough: then there is nothing to say any more, on stderr neither, and the command ends with
 * `nobodyReads`. Any other reason, such as a disk that is full, is said once.
 */
export function watchOutput(options: { readonly json: boolean }): {
  readonly endedWith: () => number | null;
} {
  let ended: number | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (ended === null && error.code !== 'EPIPE')
      createOutput(options).failure(
        new OnrecordError('UNWRITABLE_OUTPUT', `cannot write the standard output: ${error.message}`, {
          cause: error,
        }),
      );
    ended ??= error.code === 'EPIPE' ? nobodyReads : exitCodes.wrongInput;
    // It may be told after the command has ended otherwise.
    process.exitCode = ended;
  });
  return { endedWith: () => ended };
}
