import type { z } from 'zod';
import type { Row } from '../../engine/engine.ts';
import type { ProblemCode, Report } from './problem.ts';

/**
 * Rows as their parser reads them. One that it cannot read, because somebody wrote what the program never writes, is
 * reported and left out: a check says what is wrong, and does not end there.
 * @param idAt the column that names what the row is of
 */
export function readable<Found>(
  rows: readonly Row[],
  parser: z.ZodType<Found>,
  code: ProblemCode,
  idAt: number,
  report: Report,
): readonly Found[] {
  return rows.flatMap((row) => {
    const parsed = parser.safeParse(row);
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    report(
      code,
      String(row[idAt]),
      `expected what the program writes; ${issue?.message ?? 'it is not that'}`,
    );
    return [];
  });
}
