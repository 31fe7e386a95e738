/** What a shell reports of a program that ended because nobody read on: 128 and the number of SIGPIPE, which Node ignores. */
export const nobodyReads = 141;

/**
 * Whether whoever read the standard output has gone, as `head` does when it has enough: then there is nothing to say any
 * more, on stderr neither, and the command ends with `nobodyReads`. Any other failure to write is thrown as before.
 */
export function watchOutput(): { readonly isClosed: () => boolean } {
  let closed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
    // It may be told after the command has ended otherwise.
    process.exitCode = nobodyReads;
  });
  return { isClosed: () => closed };
}
