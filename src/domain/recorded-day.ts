const dayMs = 86_400_000;

/**
 * Whether a day had not come anywhere on Earth when something was recorded: it is later than the day after that of the
 * recording in UTC. A day that is not known (null) may have been.
 */
export function isAfterRecording(day: string | null, recordedAt: string): boolean {
  if (day === null) return false;
  return day > new Date(Date.parse(recordedAt) + dayMs).toISOString().slice(0, 10);
}
