import { expect, it } from 'vitest';
import type { SourceVersion } from '../../src/domain/model.ts';
import { newestVersion } from '../../src/ingest/newest-version.ts';

const version = (id: string, recordedAt: string, retrievedAt: string | null) =>
  ({ id, recordedAt, retrievedAt, position: 0 }) as SourceVersion;
const text = (id: string, retrievedAt?: string) => ({
  ...{ type: 'SourceVersion' as const, id, position: 0 },
  state: { source: 'Source_1', sha256: '', ...(retrievedAt === undefined ? {} : { retrievedAt }) },
});

it('is no version for good that was recorded with an instant that had not come', () => {
  const wrong = version('wrong', '2026-11-20T00:00:00.000Z', '2062-11-26T00:00:00.000Z');
  const newest = (entry: ReturnType<typeof text>) =>
    newestVersion([wrong], [entry], '2026-11-27T00:00:00.000Z');
  expect(newest(text('next'))).toBe('next');
  expect(newest(text('next', '2026-11-21T00:00:00Z'))).toBe('next');
  // What was retrieved before that was recorded says nothing of what stands there now.
  expect(newest(text('older', '2026-11-19T00:00:00Z'))).toBe('wrong');
});

it('is the one recorded last of those that are not known to be older than another', () => {
  const newest = (stored: readonly SourceVersion[], ...entries: ReturnType<typeof text>[]) =>
    newestVersion(stored, entries, '2026-11-27T00:00:00.000Z');
  const undated = version('undated', '2026-11-20T00:00:00.000Z', null);
  const dated = version('dated', '2026-11-21T00:00:00.000Z', '2025-01-01T00:00:00Z');
  // Of one whose text says not when it was retrieved, what comes later is the newer, whatever its date.
  expect(newest([undated], text('next', '2025-01-01T00:00:00Z'))).toBe('next');
  expect(newest([dated], text('next'))).toBe('next');
  expect(newest([dated], text('next', '2024-12-31T00:00:00Z'))).toBe('dated');
  // That one between them says not when makes none older than the first.
  expect(newest([dated], text('between'), { ...text('next', '2024-12-31T00:00:00Z'), position: 1 })).toBe(
    'between',
  );
  expect(newest([])).toBeNull();
});
