import type { DossierEntry } from './dossier.ts';
import { copiedFrom } from './group-lead.ts';
import type { Identity } from './identity.ts';
import { type GroupReason, inEveryLanguage } from './messages.ts';
import type { Localized } from './model.ts';
import { voicesOf } from './origin-groups.ts';

/** Who and what is one as decided, and were every unsure judgement SAME. */
export interface Identities {
  readonly decided: Identity;
  readonly supposed: Identity;
}

/**
 * Why these origins belong together, in words; for a single one, that none belongs with it, or only such as do not count
 * themselves.
 */
export function reasonOf(
  members: readonly DossierEntry[],
  hasOthers: boolean,
  identities: Identities,
): Localized {
  const reasons = members.length < 2 && hasOthers ? (['UNCOUNTED'] as const) : reasonsOf(members, identities);
  return inEveryLanguage((messages) => messages.groupReason(reasons));
}

/** All that joins two or more of these origins. THROUGH_OTHERS: only what does not count itself joins them. */
function reasonsOf(
  members: readonly DossierEntry[],
  { decided: identity, supposed }: Identities,
): readonly GroupReason[] {
  if (members.length < 2) return ['ALONE'];
  const ids = members.map(({ id }) => id);
  const reasons: GroupReason[] = [];
  const speakers = members.map(({ speaker }) => identity(speaker.id));
  if (new Set(speakers).size < speakers.length) reasons.push('SAME_SPEAKER');
  if (
    isShared(members.map((entry, index) => ({ keys: voicesOf(entry, identity), apart: speakers[index] })))
  ) {
    reasons.push('SAME_BODY');
  }
  if (members.some((member) => copiedFrom(member) !== null)) reasons.push('COPIED');
  if (new Set(ids.map(identity)).size < ids.length) reasons.push('JUDGED_SAME');
  const decided = [...ids, ...members.flatMap((entry) => voicesOf(entry, identity))];
  if (isShared(decided.map((id) => ({ keys: [supposed(id)], apart: identity(id) }))))
    reasons.push('PERHAPS_SAME');
  return reasons.length > 0 ? reasons : ['THROUGH_OTHERS'];
}

/** Whether one key is had by two that are apart. */
function isShared(holders: readonly { keys: readonly string[]; apart: string | undefined }[]): boolean {
  const firstOf = new Map<string, string | undefined>();
  return holders.some(({ keys, apart }) =>
    keys.some((key) => {
      if (!firstOf.has(key)) firstOf.set(key, apart);
      return firstOf.get(key) !== apart;
    }),
  );
}
