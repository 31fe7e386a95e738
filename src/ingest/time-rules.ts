import { boundsOf } from '../domain/edtf-date.ts';
import type { Issue } from '../domain/errors.ts';
import { isAfterRecording } from '../domain/recorded-day.ts';
import type { Entry } from '../domain/state.ts';
import type { CurrentState, RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';

/** The day after this program was made: a clock that is before it is wrong, and nothing is judged by it. */
const made = '2026-11-27T00:00:00.000Z';
/** How far the clocks of those who retrieve and check may be ahead of this one. */
const clockSkewMinutes = 5;

interface Told {
  readonly path: string;
  /** An instant at which something was done that is recorded now. */
  readonly instant?: string | undefined;
  /** A day of which a record says that something was said, published or asked. */
  readonly date?: { readonly edtf: string; readonly original?: string | undefined } | undefined;
  /** Whether a text may print a day that cannot be: what it prints is recorded, and warned of. */
  readonly mayBePrinted?: true;
}

function toldOf({ type, state }: Entry): readonly Told[] {
  switch (type) {
    case 'SourceVersion':
      return [{ path: 'retrievedAt', instant: state.retrievedAt }];
    case 'Passage':
      return [{ path: 'verification.checkedAt', instant: state.verification?.checkedAt }];
    case 'Review':
      return [{ path: 'publishedOn', date: state.publishedOn }];
    case 'ReplyRequest':
      return [{ path: 'askedOn', date: state.askedOn }];
    case 'Assertion':
      return [{ path: 'saidOn', date: state.saidOn, mayBePrinted: true }];
    case 'Source':
      return [{ path: 'publishedOn', date: state.publishedOn, mayBePrinted: true }];
    default:
      return [];
  }
}

function faultOf({ instant, date, mayBePrinted }: Told, recordedAt: string): string | null {
  const latest = Date.parse(recordedAt) + clockSkewMinutes * 60_000;
  if (instant !== undefined && Date.parse(instant) > latest)
    return `expected an instant no later than the recording, ${recordedAt}, by ${clockSkewMinutes} minutes of clocks that differ; came ${instant}`;
  if (date === undefined || !isAfterRecording(boundsOf(date.edtf).earliest, recordedAt)) return null;
  if (mayBePrinted && date.original !== undefined) return null;
  const printed = mayBePrinted
    ? '; what the text itself prints is recorded with its words, in `original`'
    : '';
  return `expected a date that can have been by the recording, ${recordedAt}; came ${date.edtf}${printed}`;
}

/** Whether a record was found to say the same before: it is not refused for what it says already. */
function saidBefore(entry: Entry, before: CurrentState | undefined): readonly Told[] {
  if (before === undefined) return [];
  return toldOf({ ...entry, state: JSON.parse(before.payload) } as Entry);
}

/**
 * Nothing is recorded of a day or an instant that has not come: not that a text was retrieved or words were checked then,
 * nor that something was said, published or asked. A day that a text prints, impossible or not, stays as it is printed.
 */
export function timesToCome(
  records: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  view: Pick<RecordingView, 'recordedAt'>,
): readonly Issue[] {
  const recordedAt = view.recordedAt < made ? made : view.recordedAt;
  return records.entries.flatMap((entry) => {
    const before = saidBefore(entry, current.get(entry.id));
    return toldOf(entry).flatMap((told, index): readonly Issue[] => {
      const message = faultOf(told, recordedAt);
      if (message === null || JSON.stringify(before[index]) === JSON.stringify(told)) return [];
      return [{ path: `${records.paths.get(entry.id)}.${told.path}`, message }];
    });
  });
}
