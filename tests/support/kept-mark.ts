/** The file that marks a server's folder as one that outlives it, whatever becomes of the run. */
export const KEPT = 'kept';
