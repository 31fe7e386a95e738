/** Below this the panes stand one above the other; the same width as in playground.css. */
export const NARROW = '(max-width: 700px)';
