import { describe, expect, it } from 'vitest';
import { type Naming, shownSince, statesSince } from '../../src/domain/shown-since.ts';

const naming = (by: string, from: string): Naming => ({
  by,
  from,
  until: null,
  method: 'HUMAN',
  position: 0,
});
const isHidden = (id: string) => id.startsWith('hidden');
const sinceOf = (named: Record<string, readonly Naming[]>) =>
  Object.fromEntries(
    [
      ...shownSince(
        new Map(
          Object.entries(named).map(([id, namings]) => [id, { firstRecordedAt: '1', namings }] as const),
        ),
        isHidden,
      ),
    ].map(([id, one]) => [id, one && `${one.by} ${one.from}`]),
  );

describe('the public has what came with something hidden', () => {
  it('and what is of it, since it has the last that this is of, and whom it names', () => {
    const one = { firstRecordedAt: '1', namings: [naming('hidden', '1'), naming('early', '2')] };
    const other = { firstRecordedAt: '1', namings: [naming('hidden', '1'), naming('late', '3')] };
    const named = {
      ...{ one, other, open: { firstRecordedAt: '1', namings: [] } },
      both: { firstRecordedAt: '1', namings: [], of: ['one', 'other'] },
      review: { firstRecordedAt: '1', namings: [], of: ['one'] },
      younger: { firstRecordedAt: '4', namings: [], of: ['one'] },
      asked: { firstRecordedAt: '1', namings: [], of: ['open'] },
      reviewer: { firstRecordedAt: '1', namings: [naming('review', '1')] },
    };
    const since = [...shownSince(new Map(Object.entries(named)), isHidden)];
    expect(
      Object.fromEntries(since.map(([id, first]) => [id, first && `${first.by} ${first.from}`])),
    ).toEqual({
      ...{ one: 'early 2', other: 'late 3', both: 'late 3', review: 'early 2', reviewer: 'early 2' },
    });
  });

  it('from the first visible record that names it', () => {
    const namings = [naming('hidden', '1'), naming('late', '3'), naming('early', '2')];
    expect(sinceOf({ somebody: namings })).toEqual({ somebody: 'early 2' });
  });

  it('from the start, where something visible came with it too, or nothing at all', () => {
    expect(sinceOf({ somebody: [naming('hidden', '1'), naming('open', '1')] })).toEqual({});
    expect(sinceOf({ nobodys: [naming('hidden', '2'), naming('open', '3')] })).toEqual({});
  });

  it('not from what named it in a state that was over when the public came to have that', () => {
    const claim = [naming('hidden', '1'), naming('open', '4')];
    const named = (until: string) => [{ ...naming('claim', '1'), until }, naming('late', '5')];
    expect(sinceOf({ claim, over: named('4'), lasting: named('5') })).toEqual({
      ...{ claim: 'open 4', over: 'late 5', lasting: 'open 4' },
    });
  });

  it('from when it has what names it, where that came with something hidden', () => {
    const claim = [naming('hidden', '1'), naming('open', '4')];
    const somebody = [naming('claim', '1'), naming('late', '5')];
    expect(sinceOf({ somebody, claim, employer: [naming('somebody', '1')] })).toEqual({
      ...{ claim: 'open 4', somebody: 'open 4', employer: 'open 4' },
    });
    // Those that name each other are not shown by that.
    const [one, other] = [
      [naming('other', '1'), naming('hidden', '1')],
      [naming('one', '1'), naming('open', '2')],
    ];
    expect(sinceOf({ one, other })).toEqual({ one: 'open 2', other: 'open 2' });
  });

  it('by the same naming in whatever order they are given, where two are of one instant', () => {
    const somebody = [naming('claim', '1'), naming('open too', '4')];
    const claim = [naming('hidden', '1'), naming('open', '4')];
    const since = { claim: 'open 4', somebody: 'open 4' };
    expect([sinceOf({ somebody, claim }), sinceOf({ claim, somebody })]).toEqual([since, since]);
  });

  it('from no instant, where nothing visible ever named it', () => {
    expect(sinceOf({ somebody: [naming('hidden', '1'), naming('hidden too', '2')] })).toEqual({
      somebody: null,
    });
  });
});

it('its states before are the last of them', () => {
  const states = (since: string | undefined) => statesSince(['1', '2', '3'], (one) => one, since).join(' ');
  expect([states(undefined), states('1'), states('2'), states('4')]).toEqual(['1 2 3', '1 2 3', '2 3', '3']);
});
