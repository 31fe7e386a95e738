/** What of a row has the focus as one moves from row to row. */
const ROW = '[data-row]';

/**
 * Arrow keys lead through the rows that are shown: up and down from one to the next, right opens a row and then leads
 * into it, left closes it and then leads out; Home and End go to the first and the last. Enter ticks, as Space does of
 * itself. Where a value is written or chosen, the keys that write and choose are left alone.
 */
export function moveByKeys(tree: HTMLElement, event: KeyboardEvent): void {
  const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof HTMLElement) || altKey || ctrlKey || metaKey || shiftKey) return;
  const isTick = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type);
  const isWritten = target instanceof HTMLInputElement && !isTick && /^Arrow(Up|Down)$/.test(key);
  if (!isTick && !isWritten && !(target instanceof HTMLButtonElement)) return;
  const item = target.closest('li');
  if (item === null || !tree.contains(item)) return;
  const rows = [...tree.querySelectorAll<HTMLElement>(ROW)];
  const own = item.querySelector<HTMLElement>(ROW);
  const at = own === null ? -1 : rows.indexOf(own);
  const opener = item.querySelector<HTMLElement>(':scope > .onrecord-row > [aria-expanded]');
  const open = opener?.getAttribute('aria-expanded') === 'true';
  switch (key) {
    case 'ArrowDown':
      rows[at + 1]?.focus();
      break;
    case 'ArrowUp':
      rows[at - 1]?.focus();
      break;
    case 'Home':
      rows[0]?.focus();
      break;
    case 'End':
      rows.at(-1)?.focus();
      break;
    case 'ArrowRight':
      if (open) item.querySelector<HTMLElement>(`:scope > ul ${ROW}`)?.focus();
      else opener?.click();
      break;
    case 'ArrowLeft':
      if (open) opener?.click();
      else item.parentElement?.closest('li')?.querySelector<HTMLElement>(ROW)?.focus();
      break;
    case 'Enter':
      if (!isTick) return;
      target.click();
      break;
    default:
      return;
  }
  event.preventDefault();
}
