import { activityIdOf } from '../../src/domain/ids.ts';
import { formerState } from '../../src/store/rebuild.ts';
import { type ReadCase, records } from './read-case.ts';
import { idsOf } from './recorded-ids.ts';

const activityIds = ['test:1', 'test:2', 'nobody'].map(activityIdOf);

/** The statements that read what was recorded one after the other, and who saw it since when, by their names. */
export const logCases: Readonly<Record<string, ReadCase>> = {
  'log-place': { parameters: [{}], order: 'ordered' },
  'view-changes-in-order': {
    parameters: [
      { after: '', limit: 9 },
      { after: '2026-11-22T09:00:00.000Z', limit: 9 },
    ],
    order: 'ordered',
  },
  'views-kept': { parameters: [{}], order: 'ordered' },
  'view-changes-after': {
    parameters: [
      { after: '', limit: 9 },
      { after: '2026-11-22T09:00:00.000Z', limit: 1 },
      { after: '2026-11-23', limit: 9 },
    ],
    order: 'ordered',
  },
  'last-shown-after': {
    parameters: [
      { ids: ['Assertion_1'], after: '' },
      { ids: [], after: '' },
    ],
    order: 'unordered',
  },
  'shown-since-after': {
    parameters: [
      { after: '', afterId: '~', limit: 9 },
      { after: '2026-11-22T08:00:00.000Z', afterId: 'Claim_1', limit: 1 },
      { after: '2026-11-23', afterId: '', limit: 9 },
    ],
    order: 'unordered',
  },
  'shown-since-before': {
    parameters: [
      { before: '9999', beforeId: '~', since: '', limit: 9 },
      { before: '2026-11-22', beforeId: '~', since: '', limit: 9 },
    ],
    order: 'unordered',
  },
  'view-changes-before': {
    parameters: [
      { before: '9999', since: '', limit: 9 },
      { before: '9999', since: '2026-11-22T09:00:00.000Z', limit: 1 },
      { before: '2026-11-22', since: '', limit: 9 },
    ],
    order: 'ordered',
  },
  'activities-by-sequence': {
    parameters: [{ sequences: [1, 2, 99] }, { sequences: [] }],
    order: 'unordered',
  },
  'activity-hash': { parameters: [{ sequence: 1 }, { sequence: 99 }], order: 'ordered' },
  'anything-recorded': { parameters: [{}], order: 'ordered' },
  activities: {
    parameters: [
      { after: 0, limit: 9 },
      { after: 1, limit: 1 },
      { after: 9, limit: 1 },
    ],
    order: 'ordered',
  },
  'changes-after': {
    parameters: [
      { after: '', afterId: '~', limit: 2_000 },
      { after: '2026-11-22T08:00:00.000Z', afterId: 'Claim_8', limit: 5 },
      { after: '9999', afterId: '~', limit: 5 },
    ],
    order: 'ordered',
  },
  'changes-before': {
    parameters: [
      { before: '9999', beforeId: '~', since: '', limit: 2_000 },
      {
        before: '2026-11-22T08:00:00.000Z',
        beforeId: 'Claim_8',
        since: '2026-11-22T08:00:00.000Z',
        limit: 5,
      },
      { before: '9999', beforeId: '~', since: '9999', limit: 5 },
    ],
    order: 'ordered',
  },
  'claims-of-changes': {
    parameters: [{ ids: records }, { ids: idsOf('ClaimRelation') }, { ids: [] }],
    order: 'unordered',
  },
  asides: {
    parameters: [
      { after: 0, limit: 9 },
      { after: 1, limit: 1 },
    ],
    order: 'ordered',
  },
  'aside-hash': { parameters: [{ number: 1 }, { number: 99 }], order: 'ordered' },
  'erasures-after': { parameters: [{ after: 0 }, { after: 99 }], order: 'ordered' },
  'log-head': { parameters: [{}], order: 'ordered' },
  'public-standing': { parameters: [{}], order: 'ordered' },
  'receipt-of-activity': { parameters: activityIds.map((id) => ({ id })), order: 'ordered' },
  'places-in-recordings': {
    parameters: [{ ids: ['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z'] }, { ids: [] }],
    order: 'unordered',
  },
  requests: { parameters: [{ keys: ['test:1', 'test:2', 'nobody'] }, { keys: [] }], order: 'unordered' },
  'requests-in-order': {
    parameters: [
      { after: '', limit: 99 },
      { after: 'nothing', limit: 2 },
    ],
    order: 'ordered',
  },
  'unnumbered-editions': {
    parameters: [
      { after: '', limit: 9 },
      { after: 'later', limit: 9 },
    ],
    order: 'ordered',
  },
  'unnumbered-requests': {
    parameters: [
      { after: '', limit: 9 },
      { after: 'unnumbered', limit: 9 },
    ],
    order: 'ordered',
  },
  'states-as-of': {
    parameters: [
      { sequences: [1, 2, 99], from: 0, below: 2_000_000_000, at: '9999-12-31T23:59:59.999Z' },
      { sequences: [2], from: 10, below: 20, at: '9999-12-31T23:59:59.999Z' },
      { sequences: [1, 2], from: 0, below: 2_000_000_000, at: '2026-11-22T08:00:00.000Z' },
      { sequences: [], from: 0, below: 10, at: '9999-12-31T23:59:59.999Z' },
    ],
    order: 'unordered',
    parse: formerState,
  },
  'states-of-activities': {
    parameters: [
      { ids: activityIds, from: 0, below: 2_000_000_000 },
      { ids: activityIds.slice(0, 1), from: 10, below: 20 },
      { ids: [], from: 0, below: 10 },
    ],
    order: 'ordered',
  },
  views: { parameters: [{}], order: 'ordered' },
};
