import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useCallback, useEffect, useState } from 'react';
import { type ReadLink, readLink } from '../shared-query.ts';
import type { NoticeContent } from './notice.tsx';
import { useOpenTab } from './use-open-tab.ts';

/**
 * What the address carries, which is then taken out of it: the tabs are the reader's from there on, and loading the page
 * again brings them back as they were left.
 */
export function takeLink(): ReadLink | null {
  const link = readLink(location);
  if (link !== null) history.replaceState(history.state, '', location.pathname);
  return link;
}

/** What is to be said of a link; null where it is whole. */
export function noticeOf(link: ReadLink | null): NoticeContent | null {
  if (link === null || link.problem === null) return null;
  const left = link.shared.query.trim() === '' ? '' : ' What came of it stands in the tab.';
  return { kind: 'problem', text: `This link is broken: ${link.problem}.${left}` };
}

/** Chooses the operation that the first link or the tab that was left named, and opens links that come while the page is open. Runs nothing. */
export function SharedTab({
  first,
  tell,
}: {
  first: string | null;
  tell: (notice: NoticeContent | null) => void;
}) {
  const { setOperationName } = useGraphiQLActions();
  const operations = useGraphiQL((state) => state.operations);
  const [operation, setOperation] = useState(first);
  const open = useOpenTab(useCallback(() => {}, []));

  useEffect(() => {
    if (operation === null || !operations?.some(({ name }) => name?.value === operation)) return;
    setOperationName(operation);
    setOperation(null);
  }, [operation, operations, setOperationName]);

  useEffect(() => {
    const follow = () => {
      const link = takeLink();
      if (link === null) return;
      tell(noticeOf(link));
      if (link.shared.query.trim() === '') return;
      open(link.shared);
      setOperation(link.shared.operation);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [open, tell]);

  return null;
}
