import { compareIds } from './clusters.ts';
import type { EdtfDate } from './edtf-date.ts';
import { inEveryLanguage, type Messages } from './messages.ts';
import type { Assertion, Entity, Passage, SourceVersion, Warning } from './model.ts';
import { isAfterRecording } from './recorded-day.ts';
import { warningCodes } from './vocabulary.ts';

/** As much of an assertion as tells what to warn of. */
export interface Warned extends Pick<Assertion, 'id' | 'saidOn' | 'recordedAt' | 'warnings'> {
  readonly speaker: Pick<Entity, 'kind'>;
  readonly passages: readonly {
    readonly verification: Pick<Passage['verification'], 'state'>;
    readonly versionNode: Pick<SourceVersion, 'archivedAt'>;
  }[];
}

/**
 * All that a reader of this assertion is warned about: what was recorded, then what follows from the record
 * itself, unless a warning of that code is recorded already. In the order of the codes, then of the layers,
 * unknown layers last. Empty where there is nothing to warn about.
 */
export function warningsOf(assertion: Warned): readonly Warning[] {
  const recorded = new Set(assertion.warnings.map(({ code }) => code));
  const computed = computedWarnings(assertion).filter(({ code }) => !recorded.has(code));
  return [...assertion.warnings, ...computed].sort(
    (a, b) =>
      warningCodes.indexOf(a.code) - warningCodes.indexOf(b.code) ||
      Number(a.layerId === null) - Number(b.layerId === null) ||
      compareIds(a.layerId ?? '', b.layerId ?? ''),
  );
}

function computedWarnings(assertion: Warned): readonly Warning[] {
  const { id, speaker, saidOn, passages, recordedAt } = assertion;
  const warnings: Warning[] = [];
  const warn = (
    code: Warning['code'],
    sentence: (messages: Messages['warnings']) => string,
    layerId: string | null,
  ) => warnings.push({ code, message: inEveryLanguage(({ warnings }) => sentence(warnings)), layerId });

  const states = new Set(passages.map(({ verification }) => verification.state));
  // That it is open whether the speaker is one with another makes nobody unclear: the judgement says it.
  if (speaker.kind === 'UNKNOWN') warn('SPEAKER_UNCLEAR', (text) => text.speakerUnclear, null);
  if (saidOn === null || isAnyDay(saidOn)) warn('DATE_UNCERTAIN', (text) => text.dateMissing, null);
  else if (/[~?%]/.test(saidOn.edtf)) warn('DATE_UNCERTAIN', (text) => text.dateQualified, null);
  else if (isAfterRecording(saidOn.earliest, recordedAt))
    warn('DATE_UNCERTAIN', (text) => text.dateToCome, null);
  if (states.has('GONE')) warn('QUOTE_NOT_FOUND', (text) => text.quoteNotFound, id);
  if (states.has('ALTERED')) warn('QUOTE_ALTERED', (text) => text.quoteAltered, id);
  if (passages.length > 0 && passages.every(({ versionNode }) => versionNode.archivedAt === null)) {
    warn('UNARCHIVED', (text) => text.unarchived, null);
  }
  return warnings;
}

/** Whether a date leaves every day open: an interval without ends, or a year of which no digit is told. */
function isAnyDay({ edtf, earliest, latest }: EdtfDate): boolean {
  return (earliest === null && latest === null) || edtf === 'XXXX';
}
