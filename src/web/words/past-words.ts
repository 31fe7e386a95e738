/** What pages of the past say, and the control that leads to them, in one language. */
export interface PastWords {
  readonly control: string;
  readonly onDay: string;
  readonly atMoment: string;
  readonly show: string;
  /** A day to its end. */
  endOf(day: string): string;
  /** An instant in UTC. */
  at(day: string, time: string): string;
  /** In a citation, in the place of a date; `time` is null for a day to its end. */
  cited(day: string, time: string | null): string;
  asItStood(moment: string): string;
  /** What is not on such a page. */
  readonly notSince: string;
  /** The moment lies ahead. */
  readonly notOver: string;
  readonly present: string;
  /** What the address names was not recorded by then. */
  readonly notThen: string;
  /** Nothing at all was. */
  readonly nothingYet: string;
  /** An address names no moment. */
  wrong(came: string): string;
  /** An id in an address carries a moment. */
  wrongId(id: string): string;
  /** An embed was asked for as it stood. */
  readonly noEmbed: string;
  /** Of JSON and CSV. */
  readonly noFile: string;
  readonly tooLarge: string;
  readonly busy: string;
}
