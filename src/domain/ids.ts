import { createHash } from 'node:crypto';

/** The records that have an id of their own; each is also the node's label in the graph and the id's first part. */
export const recordTypes = [
  'Entity',
  'Source',
  'SourceVersion',
  'Passage',
  'Claim',
  'Assertion',
  'ClaimRelation',
  'Review',
  'IdentityJudgement',
  'ReplyRequest',
  'Hold',
  'Draft',
  'ConfidentialIdentity',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** Types that stand in no view: each has a label and a node of its own, there once. */
const besideViews: readonly RecordType[] = ['Hold', 'Draft', 'ConfidentialIdentity'];

/** Whether records of a type are part of the graph that is read: of what the public may see, and of all there is. */
export function isInViews(type: RecordType): boolean {
  return !besideViews.includes(type);
}

/** Types whose text leaves the store only where that is asked for. */
export const confidentialTypes: readonly string[] = ['ConfidentialIdentity' satisfies RecordType];

const idPattern = /^([A-Z][A-Za-z]+)_[0-9a-f]{32}$/;

/**
 * The id of what comes in a bundle: a hash of the bundle's namespace and the item's local key, so that loading
 * it twice, or from two instances, writes the same node. Nothing that can be corrected is in it.
 */
export function idOf(type: RecordType, namespace: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([type, namespace, key]))
    .digest('hex');
  return `${type}_${digest.slice(0, 32)}`;
}

/**
 * The id of the activity that serves a request: a hash of the request's key. It has no number in it, so that whoever
 * sees some activities cannot tell how many others there are.
 */
export function activityIdOf(requestKey: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['Activity', requestKey]))
    .digest('hex');
  return `Activity_${digest.slice(0, 32)}`;
}

/** The type that an id names; null where the text is no id of ours. */
export function typeOfId(id: string): RecordType | null {
  const type = idPattern.exec(id)?.[1];
  return recordTypes.find((known) => known === type) ?? null;
}
