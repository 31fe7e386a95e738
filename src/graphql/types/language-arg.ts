import { builder } from '../builder.ts';

/** For a text that is recorded: what it falls back to is its original. */
export const ofRecord = builder.args((t) => ({
  language: t.field({
    type: 'BCP47',
    description: 'The language wanted; the original’s where none is given or recorded.',
  }),
}));

/** For a sentence that the service makes itself. */
export const ofService = builder.args((t) => ({
  language: t.field({
    type: 'BCP47',
    description: 'The language wanted; English where none is given or known.',
  }),
}));
