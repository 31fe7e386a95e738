/**
 * Gives what GraphiQL shows roles and names that hold. It makes each tab a `tab` with two buttons in it, of which a screen
 * reader tells neither: they become a list of buttons, of which one is the current one. What it names "Set active" in its
 * history is named by what it says, and its editors by how a keyboard leads in and out.
 */
export function mendRoles(root: HTMLElement): void {
  const name = 'Queries';
  // Only what changes is set, since each change is looked at again.
  const mend = () => {
    for (const list of root.querySelectorAll('.graphiql-tabs')) {
      list.removeAttribute('role');
      if (list.getAttribute('aria-label') !== name) list.setAttribute('aria-label', name);
      for (const item of list.querySelectorAll('.graphiql-tab')) {
        const current = item.classList.contains('graphiql-tab-active');
        item.removeAttribute('role');
        item.removeAttribute('aria-selected');
        const button = item.querySelector('.graphiql-tab-button');
        if (current !== button?.hasAttribute('aria-current')) {
          if (current) button?.setAttribute('aria-current', 'true');
          else button?.removeAttribute('aria-current');
        }
      }
    }
    for (const panel of root.querySelectorAll('#graphiql-session[role="tabpanel"]')) {
      panel.setAttribute('role', 'region');
      panel.removeAttribute('aria-labelledby');
      panel.setAttribute('aria-label', 'Query and answer');
    }
    for (const label of root.querySelectorAll('.graphiql-history-item-label[aria-label]'))
      label.removeAttribute('aria-label');
    for (const editor of root.querySelectorAll('.graphiql-editor:not([role])')) {
      editor.setAttribute('role', 'group');
      editor.setAttribute('aria-label', 'Editor: Enter to write in it, Escape to leave it');
    }
  };
  // GraphiQL lets Enter lead into an editor, where Tab indents; nothing leads out. What the editor has opened it closes
  // first, by the same key.
  root.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key !== 'Escape' || !(target instanceof HTMLTextAreaElement)) return;
      if (root.querySelector('.suggest-widget.visible, .find-widget.visible') !== null) return;
      target.closest<HTMLElement>('.graphiql-editor')?.focus();
    },
    { capture: true },
  );
  new MutationObserver(mend).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['role', 'aria-selected', 'aria-label', 'class'],
  });
}
