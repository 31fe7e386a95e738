import fc from 'fast-check';

export const steps = [
  'tell',
  'assert',
  'relay',
  'correct',
  'correct-place',
  'supersede',
  'withdraw',
  'reinstate',
  'judge',
  'relate',
  'decide',
  'add-version',
  'review',
] as const;
export type Step = (typeof steps)[number];

/** A step of a history; the numbers choose what it is about. */
export interface HistoryStep {
  readonly step: Step;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const choice = fc.nat({ max: 9_999 });

const round = fc.tuple(
  fc.shuffledSubarray([...steps], { minLength: steps.length }),
  fc.array(fc.tuple(choice, choice, choice), { minLength: steps.length, maxLength: steps.length }),
);

/** Random histories: a story to begin with, then rounds in each of which every kind of step is taken, in any order. */
export const histories = (rounds: number): fc.Arbitrary<readonly HistoryStep[]> =>
  fc.array(round, { minLength: rounds, maxLength: rounds }).map((all) => [
    { step: 'tell', a: 0, b: 1, c: 2 },
    ...all.flatMap(([some, choices]) =>
      some.map((step, index): HistoryStep => {
        const [a, b, c] = choices[index] ?? [0, 0, 0];
        return { step, a, b, c };
      }),
    ),
  ]);
