import { expect, it } from 'vitest';
import type { Assertion } from '../../src/domain/model.ts';
import { replyStateOf, standingReply } from '../../src/domain/reply-state.ts';

const reply = (id: string, others: Partial<Assertion> = {}) =>
  ({ id, stance: 'DENIES', supersededById: null, withdrawnAt: null, ...others }) as Assertion;
const among =
  (...some: Assertion[]) =>
  (id: string) =>
    some.find((one) => one.id === id);

it('is open where nothing answers, and where the answer was withdrawn', () => {
  expect(standingReply(null, among())).toBeNull();
  expect(standingReply('a', among(reply('a', { withdrawnAt: '2024-01-01T00:00:00.000Z' })))).toBeNull();
  expect(replyStateOf(null)).toBe('OPEN');
});

it('is answered by the one that stands of all that took its place', () => {
  const [first, second] = [reply('a', { stance: 'NO_RESPONSE', supersededById: 'b' }), reply('b')];
  expect(standingReply('a', among(first, second))).toBe(second);
  expect(replyStateOf(first)).toBe('NO_RESPONSE');
  expect(replyStateOf(second)).toBe('ANSWERED');
  expect(replyStateOf(reply('c', { stance: 'DECLINES_TO_COMMENT' }))).toBe('ANSWERED');
});

it('comes to an end where answers take the place of each other', () => {
  const [a, b] = [reply('a', { supersededById: 'b' }), reply('b', { supersededById: 'a' })];
  expect(standingReply('a', among(a, b))).toBeNull();
});
