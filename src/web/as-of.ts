import { pinText } from './pages/pin.ts';

/** The name under which an address says it. */
export const asOfName = 'asOf';

/** A moment of the past, as an address names it. */
export interface AsOf {
  /** As the address has it: a day, or an instant in UTC. */
  readonly text: string;
  /** What was recorded by this instant is there; of a day its last. */
  readonly recorded: string;
  /** Where a list that begins there begins; of a day its first instant. */
  readonly from: string;
  readonly isDay: boolean;
}

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/;

function exists(date: string): boolean {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}

/** A day, meant to its end in UTC, or an instant, in UTC where it says no zone; null for what is neither. */
export function readAsOf(given: string): AsOf | null {
  const text = given.trim();
  if (!exists(text.slice(0, 10))) return null;
  if (day.test(text))
    return { text, recorded: `${text}T23:59:59.999Z`, from: `${text}T00:00:00.000Z`, isDay: true };
  const [, , , zone] = instant.exec(text) ?? [];
  if (!instant.test(text)) return null;
  const read = new Date(zone === undefined ? `${text}Z` : text);
  // A year beyond those that four digits name comes of a zone alone.
  if (Number.isNaN(read.getTime()) || !day.test(read.toISOString().slice(0, 10))) return null;
  const recorded = read.toISOString();
  return { text: pinText(recorded), recorded, from: recorded, isDay: false };
}
