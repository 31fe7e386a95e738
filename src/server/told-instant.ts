import { lastRecorded } from './asked-moment.ts';
import type { AskApi, PageRequest } from './page-response.ts';

/** The instant that an answer says it was made at: of a page the one that it offers to pin, of a file when it was retrieved. */
export type ToldInstant = (asked: PageRequest) => Promise<Date>;

/**
 * Answers to nobody in particular are given again while nothing is recorded. Made anew, they say the same instant for as long
 * as the public sees the same: that of the minute's beginning, or just after something that the public sees was recorded since.
 * By the time of making whoever asks again and again would know when something hidden is recorded. Others are told the time.
 * @param isAgain whether answers are given again at all
 */
export function createToldInstant(ask: AskApi, now: () => Date, isAgain: boolean): ToldInstant {
  return async (asked) => {
    const at = now();
    if (asked.caller !== null || !isAgain) return at;
    const minute = new Date(at);
    minute.setUTCSeconds(0, 0);
    const last = Date.parse((await lastRecorded(ask, { ...asked, spend: null })) ?? '1970-01-01');
    // Not that instant itself: it may stand in the page, and an ETag leaves out the one that the page says it was made at.
    const after = new Date(last + 1);
    return after > at ? at : after > minute ? after : minute;
  };
}
