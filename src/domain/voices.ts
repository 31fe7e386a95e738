import type { EntityKind } from './vocabulary.ts';

/** Whether one of a kind speaks for no body: a product does not, and whose words nobody knows, for whom nobody knows. */
export function speaksForNobody(kind: EntityKind): boolean {
  return kind === 'MACHINE' || kind === 'UNKNOWN';
}

/** Whether one of a kind is no body that somebody could speak for: neither a product nor a thing is, nor whoever is not known. */
export function isNoBody(kind: EntityKind): boolean {
  return kind === 'MACHINE' || kind === 'THING' || kind === 'UNKNOWN';
}

/** Whether one of a kind passes on nobody's words: a document speaks its own only, and whoever concludes from it speaks themselves. */
export function relaysNobody(kind: EntityKind): boolean {
  return kind === 'DOCUMENT';
}

/**
 * Whether some are judged the same that are not of one kind. What they said is found by the kind that each is recorded
 * with, and shown as that of the one readers see: so these are one kind, and whoever was recorded with a wrong one is
 * corrected first. Who was erased is of no kind any more.
 */
export function mixesKinds(cluster: readonly { readonly kind: EntityKind }[]): boolean {
  return new Set(cluster.flatMap(({ kind }) => (kind === 'REDACTED' ? [] : [kind]))).size > 1;
}

/** Who may be judged the same as a machine: another, and whose words they are is not known, or not told. */
const besideMachines: readonly EntityKind[] = ['MACHINE', 'UNKNOWN', 'REDACTED'];

/**
 * Whether those who are judged the same would have readers take what a machine said for somebody's: the words of all of
 * them are served as those of the one that is shown.
 */
export function givesMachineAVoice(cluster: readonly { readonly kind: EntityKind }[]): boolean {
  return (
    cluster.some(({ kind }) => kind === 'MACHINE') &&
    cluster.some(({ kind }) => !besideMachines.includes(kind))
  );
}
