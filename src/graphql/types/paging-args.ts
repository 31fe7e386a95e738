import { builder } from '../builder.ts';

const first = 'How many items, from 0 to 100';
const after = 'Only items after this cursor.';

/** `first` and `after`, for a list that is read forward only. */
export const forwardPaging = builder.args((t) => ({
  first: t.int({ description: `${first}; 20 where nothing is said.` }),
  after: t.string({ description: after }),
}));

/** The paging of `howDoWeKnow`, which begins with a few. */
export const trailPaging = builder.args((t) => ({
  first: t.int({ defaultValue: 5, description: `${first}.` }),
  after: t.string({ description: after }),
}));

/** All four, for a list that is read from either end. */
export const paging = builder.args((t) => ({
  first: t.int({ description: `${first}; 20 where neither first nor last is given.` }),
  after: t.string({ description: `${after} Goes with first.` }),
  last: t.int({ description: 'How many items from the end, from 0 to 100; not beside first.' }),
  before: t.string({ description: 'Only items before this cursor. Goes with last.' }),
}));
