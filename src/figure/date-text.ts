import type { Messages } from './messages.ts';

const MOMENT = /^(-?\d{4}|[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(T[\d:.+Z-]+)?([~?%]?)$/;

/** One EDTF moment as people write it, exactly as precise as it is; what is not understood is shown as it stands. */
function moment(text: string, messages: Messages): string {
  const match = MOMENT.exec(text);
  if (!match) return text;
  const [, year = '', month, day, , qualifier = ''] = match;
  const number = Number(month);
  const known =
    month === undefined
      ? messages.year(year)
      : day === undefined && number >= 1 && number <= 12
        ? messages.month(year, number)
        : [year, month, day].filter((part) => part !== undefined).join('-');
  const doubted = qualifier === '?' || qualifier === '%' ? `${known}?` : known;
  return qualifier === '~' || qualifier === '%' ? messages.circa(doubted) : doubted;
}

/** An EDTF date (levels 0 and 1, intervals included) in the reader's words: never more precise than it is. */
export function dateText(edtf: string, messages: Messages): string {
  const slash = edtf.indexOf('/');
  if (slash < 0) return moment(edtf, messages);
  const from = edtf.slice(0, slash);
  const to = edtf.slice(slash + 1);
  if (from === '..') return to === '..' ? '' : messages.until(moment(to, messages));
  if (to === '..') return messages.since(moment(from, messages));
  return `${from === '' ? '?' : moment(from, messages)} – ${to === '' ? '?' : moment(to, messages)}`;
}
