import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { diffOf } from '../domain/diff.ts';
import type { Dossier } from '../domain/dossier.ts';
import { InvalidInput } from '../domain/errors.ts';
import { previewImport } from '../ingest/import-bundle.ts';
import { parseBundleText } from '../ingest/parse-bundle.ts';
import type { Preview, RecordChange } from '../store/write-port.ts';
import { fileText, refusalOf } from './file-text.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

const state = z.record(z.string(), z.unknown());
const fieldsOf = (payload: string | null) => (payload === null ? {} : state.parse(JSON.parse(payload)));

const called = z.object({
  slug: z.string().optional(),
  exact: z.string().optional(),
  stance: z.string().optional(),
  claim: z.string().optional(),
});
const shownCharacters = 60;

/** What an editor knows a record by: its slug, the words of a passage, the stance and the claim of an assertion; null where it has none of these. */
function nameIn(payload: string): string | null {
  const { slug, exact, stance, claim } = called.parse(JSON.parse(payload));
  if (slug !== undefined) return slug;
  if (exact !== undefined) {
    const points = [...exact];
    return points.length > shownCharacters ? `"${points.slice(0, shownCharacters).join('')}…"` : `"${exact}"`;
  }
  return stance === undefined || claim === undefined ? null : `${stance} ${claim}`;
}

/** A change as it is told: of a new record that it is new, of a revision what differs. */
function told({ id, type, version, before, after }: RecordChange) {
  const fields = before === null ? [] : diffOf(fieldsOf(before), fieldsOf(after));
  return { id, type, name: nameIn(after), version, isNew: before === null, fields };
}

function standing({ claim }: Dossier) {
  return { status: claim.status, assertions: claim.assertionCount };
}

function inWords(path: string, changes: readonly ReturnType<typeof told>[], { unchanged, claims }: Preview) {
  if (changes.length === 0)
    return `${path}: nothing would change; all ${unchanged} records stand as recorded`;
  const added = changes.filter(({ isNew }) => isNew).length;
  const moved = claims.filter(({ before, after }) => before && before.claim.status !== after.claim.status);
  return [
    `${path}: would add ${added} records, revise ${changes.length - added}, leave ${unchanged}; nothing was recorded`,
    ...changes.flatMap(({ id, name, isNew, version, fields }) => [
      `${isNew ? '+' : '~'} ${id}${name === null ? '' : ` ${name}`}${isNew ? '' : `, to version ${version}`}`,
      ...fields.map(
        (field) => `    ${field.path}: ${field.before ?? 'nothing'} -> ${field.after ?? 'nothing'}`,
      ),
    ]),
    ...moved.map(
      ({ before, after }) =>
        `! ${after.claim.id} would be ${after.claim.status}; it is ${before?.claim.status}`,
    ),
  ].join('\n');
}

/** Says what importing a bundle would change, and changes nothing. Throws what importing it would. */
export async function dryRun(store: OpenStore, path: string, output: Output): Promise<void> {
  await store.expectMigrated();
  output.progress(`reading ${path} …`);
  const text = await fileText(path);
  try {
    const bundle = parseBundleText(text);
    const preview = await previewImport(store.writer, bundle, { requestKey: `dry-run:${randomUUID()}` });
    const changes = preview.changes.map(told);
    const claims = preview.claims.map(({ before, after }) => ({
      id: after.claim.id,
      before: before && standing(before),
      after: standing(after),
    }));
    output.result(
      { bundle: path, dryRun: true, changes, unchanged: preview.unchanged, claims },
      inWords(path, changes, preview),
    );
  } catch (error) {
    throw error instanceof InvalidInput ? refusalOf(path, error) : error;
  }
}
