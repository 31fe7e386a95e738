import { z } from 'zod';
import { boundsOf, edtfString } from '../../domain/edtf-date.ts';
import type { Run } from '../run.ts';
import { batchSize } from '../write-batches.ts';
import { type Report, shown } from './problem.ts';
import { readable } from './readable.ts';

const dateRow = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);

/** Verifies that each date is EDTF, and lies where its EDTF says. A date that nothing links to any more may stay. */
export async function checkDates(run: Run, edtfs: readonly string[], report: Report): Promise<void> {
  for (let start = 0; start < edtfs.length; start += batchSize) {
    const rows = await run('dates', { edtfs: edtfs.slice(start, start + batchSize) });
    for (const [edtf, earliest, latest] of readable(rows, dateRow, 'NODE_UNREADABLE', 0, report)) {
      if (!edtfString.safeParse(edtf).success) {
        report('DATE_BOUNDS', edtf, 'expected an EDTF date');
        continue;
      }
      const bounds = boundsOf(edtf);
      if (bounds.earliest !== earliest || bounds.latest !== latest) {
        report(
          'DATE_BOUNDS',
          edtf,
          `expected ${shown([bounds.earliest, bounds.latest])}; came ${shown([earliest, latest])}`,
        );
      }
    }
  }
}
