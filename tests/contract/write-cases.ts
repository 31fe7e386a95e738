import { activityIdOf, recordTypes } from '../../src/domain/ids.ts';
import type { Parameters } from '../../src/engine/engine.ts';
import { linkOf } from '../../src/store/check/link-name.ts';
import { idIn, smallInput } from '../support/small-bundle.ts';

/** What a writing statement is run with on a store that holds the small bundle; each changes something. */
export type WriteCase = Parameters;

const identity = { rows: [{ id: 'ConfidentialIdentity_1', properties: {} }] };
const edition = {
  rows: [
    {
      number: 1,
      properties: {
        recordId: idIn('Claim', 'shut'),
        bundle: 'test.example/desk',
        own: false,
        said: '{"slug":"00"}',
        hash: 'ff',
      },
    },
  ],
};
/** As an earlier program kept it: by an id, and no aside. */
export const earlierEdition = {
  rows: [
    {
      number: 99,
      properties: {
        ...{ number: null, id: 'earlier', recordId: idIn('Claim', 'open'), bundle: 'test.example/desk' },
        ...{ own: true, said: '{"slug":"01"}' },
      },
    },
  ],
};
const maker = {
  by: 'one',
  begins: true,
  at: '2026-11-22T09:00:00.000Z',
  silentSince: '2026-11-22T08:59:00.000Z',
};

/** Statements that are run before another, so that this one has something to change. */
export const setUps: Readonly<Record<string, readonly (readonly [string, Parameters])[]>> = {
  'end-full-view': [['hold-full-view', maker]],
  'end-restore': [['begin-restore', { run: 'one' }]],
  'forget-editions': [['write-editions', edition]],
  'number-editions': [['write-editions', earlierEdition]],
  'go-on-restoring': [['begin-restore', { run: 'one' }]],
  'link-confidential-identity-identifies-entity': [['write-confidential-identities', identity]],
  'link-states-of-confidential-identity': [['write-confidential-identities', identity]],
  'link-states-of-hold': [['write-holds', { rows: [{ id: 'Hold_1', properties: {} }] }]],
  'revoke-key': [['write-key', { id: 'key_1', hash: 'ee', properties: { revokedAt: '' } }]],
  'link-states-of-draft': [['write-drafts', { rows: [{ id: 'Draft_1', properties: {} }] }]],
  'write-states-of-confidential-identity': [['write-confidential-identities', identity]],
  'write-states-of-hold': [['write-holds', { rows: [{ id: 'Hold_1', properties: {} }] }]],
  'write-states-of-draft': [['write-drafts', { rows: [{ id: 'Draft_1', properties: {} }] }]],
  'unlink-confidential-identities': [
    ['write-confidential-identities', identity],
    [
      'link-confidential-identity-identifies-entity',
      { links: [['ConfidentialIdentity_1', idIn('Entity', 'witness')]] },
    ],
  ],
};

const someProperties = { text: 'one', list: ['a', 'b'], empty: [], count: 3, flag: true, nothing: null };
const input = smallInput();

const oneOf: Readonly<Record<string, readonly string[]>> = {
  Entity: [idIn('Entity', 'witness'), idIn('Entity', 'paper')],
  Source: [idIn('Source', 'article'), idIn('Source', 'copy')],
  SourceVersion: [idIn('SourceVersion', 'text')],
  Passage: [idIn('Passage', 'shut'), idIn('Passage', 'open')],
  Claim: [idIn('Claim', 'shut'), idIn('Claim', 'open')],
  Assertion: [idIn('Assertion', 'seen'), idIn('Assertion', 'reported')],
  ClaimRelation: [idIn('ClaimRelation', 'either')],
  Review: [idIn('Review', 'check')],
  IdentityJudgement: (input.judgements ?? []).map(({ key }) => idIn('IdentityJudgement', key)),
  ReplyRequest: [idIn('ReplyRequest', 'asked-company')],
  Hold: ['Hold_1'],
  ConfidentialIdentity: ['ConfidentialIdentity_1'],
  Draft: ['Draft_1'],
  Date: ['2023-12-14', '2023-12-20'],
};

const kebab = (type: string) => type.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

function linkCase(name: string): WriteCase {
  const state = /^link-states-of-(.+)$/.exec(name)?.[1];
  if (state !== undefined) {
    return { links: [{ from: `${idIn('Claim', 'open')}/1`, to: oneOf[typeIn(state)]?.[0] ?? '' }] };
  }
  const { target } = linkOf(name);
  const words = name.slice('link-'.length);
  const source = [...recordTypes]
    .sort((a, b) => b.length - a.length)
    .find((type) => words.startsWith(`${kebab(type)}-`));
  const [to, other] = oneOf[target] ?? [];
  return {
    links: [
      ...(oneOf[source ?? ''] ?? []).map((from) => [from, to ?? '', { position: 7, note: null }]),
      [oneOf[source ?? '']?.[0] ?? '', other ?? 'nothing', {}],
      ['nothing', to ?? '', {}],
    ],
  };
}

const typeIn = (kebabbed: string | undefined) => recordTypes.find((one) => kebab(one) === kebabbed) ?? '';

function stateCase(type: string): WriteCase {
  const state = (of: string) => [of, `${of}/7`, 7, 3, '{}', null, 'ab', 'IMPORT', 2, '2026', null];
  return {
    activityId: activityIdOf('test:1'),
    from: '2026-11-22T09:00:00.000Z',
    rows: [...(oneOf[type] ?? []), 'nothing'].map(state),
  };
}

const byName: Readonly<Record<string, WriteCase>> = {
  'append-activity': {
    id: activityIdOf('test:2'),
    properties: {
      sequence: 2,
      hash: 'ff',
      recordedAt: '2026-11-22T09:00:00.000Z',
      title: 'Another',
      about: 'Claim_1',
    },
    requestKey: 'test:1',
  },
  'answer-requests': {
    rows: [{ key: 'test:1', properties: { number: 2, inputHash: '', unchanged: 3, about: '', salt: 'ab' } }],
  },
  'begin-restore': { run: 'one' },
  'claim-request': { key: 'another', inputHash: 'ff' },
  // All of them: which come first is nobody's promise.
  'clear-half-restored': { limit: 100_000 },
  'close-states': { ids: [idIn('Claim', 'shut'), 'nothing'], to: '2026-11-22T09:00:00.000Z' },
  'end-full-view': {},
  'end-restore': { run: 'one' },
  'erase-former-states': {
    activityId: 'Activity_1',
    rows: [
      { id: idIn('Claim', 'shut'), version: 2, payload: '{}' },
      { id: idIn('Claim', 'open'), version: 1, payload: '{}' },
    ],
  },
  'forget-editions': { ids: [idIn('Claim', 'shut'), 'nothing'] },
  'forget-dates': { edtfs: ['2023-12-14', 'nothing'] },
  'go-on-restoring': {},
  'hold-full-view': maker,
  'keep-views': {
    nextEmbargoEnd: '2030-01-01T00:00:00.000Z',
    turnedAt: '',
    shownAt: '2026-11-22T09:00:00.000Z',
    viewChangesHash: 'ab',
    viewsSeal: 'cd',
  },
  'leave-identities-out': { upTo: 3 },
  'lock-head': { requestKey: 'another' },
  'move-asides-head': { asides: 2, asidesHash: 'ff' },
  'number-editions': { rows: [{ id: 'earlier', properties: { number: 3, id: null, salt: 'ab' } }] },
  'open-activity': {
    ...{ id: activityIdOf('test:2'), by: 'The testers' },
    recordedAt: '2026-11-22T09:00:00.000Z',
  },
  'record-migration': { version: 900, name: '900-later', at: '2026-11-22T09:00:00.000Z', hash: '00' },
  'rewind-head': { hash: '00' },
  'revoke-key': { id: 'key_1', at: '2026-11-22T09:00:00.000Z' },
  'set-superseded': {
    rows: [
      { id: idIn('Assertion', 'seen'), successorId: idIn('Assertion', 'new') },
      { id: idIn('Assertion', 'old'), successorId: null },
    ],
  },
  'unlink-states': { ids: [idIn('Claim', 'shut'), 'nothing'] },
  'write-editions': edition,
  'write-dates': {
    rows: [
      { edtf: '2023-12-14', properties: { earliest: '2023-12-14', latest: null } },
      { edtf: '1999', properties: { earliest: '1999-01-01', latest: '1999-12-31' } },
    ],
  },
  'write-key': {
    id: 'key_2',
    hash: 'ff',
    properties: { name: 'Ada', role: 'editor', createdAt: '2026', expiresAt: '', revokedAt: '' },
  },
  'write-view-change': {
    id: 'ViewChange_1',
    properties: {
      recordedAt: '2026-11-22T09:00:00.000Z',
      activityId: '',
      claimIds: [idIn('Claim', 'shut'), idIn('Claim', 'open')],
      assertionIds: ['Assertion_1'],
      withdrawnIds: [],
      previousHash: '',
      hash: 'ab',
    },
  },
  'write-states': {
    activityId: activityIdOf('test:1'),
    rows: [{ id: 'Claim_1/2', properties: { ...someProperties, of: 'Claim_1', from: '2026', to: null } }],
  },
};

const plural: Readonly<Record<string, string>> = {
  entities: 'Entity',
  sources: 'Source',
  versions: 'SourceVersion',
  passages: 'Passage',
  claims: 'Claim',
  assertions: 'Assertion',
  relations: 'ClaimRelation',
  reviews: 'Review',
  judgements: 'IdentityJudgement',
  'reply-requests': 'ReplyRequest',
  holds: 'Hold',
  'confidential-identities': 'ConfidentialIdentity',
  drafts: 'Draft',
};

/** The parameters of a writing statement; null for one that this table does not know. */
export function writeCase(name: string): WriteCase | null {
  const own = byName[name];
  if (own) return own;
  if (name.startsWith('link-')) return linkCase(name);
  const stateOf = /^write-states-of-(.+)$/.exec(name)?.[1];
  if (stateOf !== undefined) return stateCase(typeIn(stateOf));
  const [verb = '', what = ''] = name.split(/-(.*)/s);
  if (name === 'unlink-read-in') return { ids: [idIn('Assertion', 'seen'), 'nothing'] };
  if (verb === 'unlink' || verb === 'remove')
    return { ids: [...(oneOf[plural[what] ?? ''] ?? []), 'nothing'] };
  if (verb === 'write') {
    const [there = ''] = oneOf[plural[what] ?? ''] ?? [];
    return { rows: [there, 'new-one'].map((id) => ({ id, properties: { ...someProperties, id } })) };
  }
  const facets = /^set-(\w+)-facets$/.exec(name)?.[1];
  const type = recordTypes.find((one) => one.toLowerCase() === facets);
  if (!type) return null;
  return { rows: [...(oneOf[type] ?? []), 'nothing'].map((id) => ({ id, properties: someProperties })) };
}
