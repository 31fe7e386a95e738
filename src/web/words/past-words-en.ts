import type { PastWords } from './past-words.ts';

export const englishPast: PastWords = {
  control: 'As it stood…',
  onDay: 'on a day',
  atMoment: 'at a moment (UTC)',
  show: 'Show',
  endOf: (day) => `at the end of ${day} (UTC)`,
  at: (day, time) => `on ${day} at ${time} UTC`,
  cited: (day, time) => (time === null ? `the end of ${day} (UTC)` : `${day}, ${time} UTC`),
  asItStood: (moment) => `As it stood ${moment}.`,
  notSince: 'What was recorded, corrected or withdrawn here since is not on this page.',
  notOver: 'That moment is still to come: this is the present so far.',
  present: 'See the present',
  notThen: 'By then nothing was recorded here under this address.',
  nothingYet: 'By then nothing at all had been recorded here.',
  wrong: (came) =>
    `asOf: expected a day such as 2026-11-22, or a moment such as 2026-11-22T08:00:00Z, but “${came}” came.`,
  wrongId: (id) => `“${id}” carries a moment. Use the id alone, and say the moment as asOf.`,
  noEmbed:
    'An embed takes no asOf: a claim’s is pinned by @ and a moment behind its name, and says what came since.',
  noFile: 'These data are of the present and take no asOf; the picture does, and so does the API.',
  tooLarge: 'By that moment more had been recorded than is rebuilt here. Ask for an earlier one.',
  busy: 'Other moments are being rebuilt. Try again in a little while.',
};
