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
