import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caller, roles } from '../../src/domain/caller.ts';
import {
  approvalHolds,
  draftSightOf,
  isApproved,
  isSecondPerson,
  seesDraft,
} from '../../src/domain/draft.ts';

const at = '2026-11-22T08:00:00.000Z';
const ada = { id: 'key-1', name: 'Ada Lovelace' };
const bo = { id: 'key-2', name: 'Bo' };

describe('a second person', () => {
  it.each([
    ['the same', ada],
    ['another name under the same key', { ...ada, name: 'Countess' }],
    ['another key under the same name', { ...ada, id: 'key-9' }],
    ['the name in another case', { id: 'key-9', name: 'ADA lovelace' }],
    ['the name with other spaces', { id: 'key-9', name: '  Ada   Lovelace ' }],
    ['the name in full width', { id: 'key-9', name: 'Ａｄａ　Ｌｏｖｅｌａｃｅ' }],
  ])('is not %s', (_what, one) => {
    expect(isSecondPerson(one, [bo, ada])).toBe(false);
    expect(isSecondPerson(one, [bo])).toBe(true);
  });

  const person = fc.record({ id: fc.string({ minLength: 1 }), name: fc.string({ unit: 'grapheme' }) });

  it('is none of the writers, and stays none when others write too', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), person, (writers, one) => {
        for (const writer of writers) expect(isSecondPerson(writer, writers)).toBe(false);
        if (!isSecondPerson(one, writers)) expect(isSecondPerson(one, [...writers, ada])).toBe(false);
        expect(isSecondPerson(one, [])).toBe(true);
      }),
    );
  });

  it('approves what the draft says now, and no earlier version of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.tuple(person, fc.integer({ min: 1, max: 9 }))),
        (savedVersion, some) => {
          const approvals = some.map(([by, version]) => ({ by, version, at }));
          const draft = { savedVersion, writers: [ada], approvals };
          const holding = approvals.filter((one) => approvalHolds(one, draft));
          for (const { by, version } of holding) {
            expect(version).toBeGreaterThanOrEqual(savedVersion);
            expect(isSecondPerson(by, [ada])).toBe(true);
          }
          expect(isApproved(draft)).toBe(holding.length > 0);
        },
      ),
    );
  });
});

describe('the sight of drafts', () => {
  const draft = { writers: [ada, bo] };
  const caller = (role: Caller['role'], id: string): Caller => ({ id, name: 'Somebody', role });

  it('is of all for an editor, of one’s own for a contributor, of none for others', () => {
    const seen = roles.map((role) => [
      seesDraft(draftSightOf(caller(role, ada.id)), draft),
      seesDraft(draftSightOf(caller(role, bo.id)), draft),
      seesDraft(draftSightOf(caller(role, 'key-3')), draft),
    ]);
    expect(Object.fromEntries(roles.map((role, index) => [role, seen[index]]))).toEqual({
      reader: [false, false, false],
      contributor: [true, false, false],
      editor: [true, true, true],
      admin: [true, true, true],
    });
    expect(seesDraft(draftSightOf(null), draft)).toBe(false);
  });
});
