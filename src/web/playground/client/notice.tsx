/** What the playground has to say above the editors: that a link is broken, or the link that was made. */
export type NoticeContent =
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'link'; readonly link: string; readonly copied: boolean };

/** It is read out as it comes, and stays until it is closed. */
export function Notice({ notice, close }: { notice: NoticeContent | null; close: () => void }) {
  return (
    <div className="onrecord-notice" role="status" hidden={notice === null}>
      {notice?.kind === 'problem' && <p>{notice.text}</p>}
      {notice?.kind === 'link' && (
        <p>
          {notice.copied ? 'The link is copied.' : 'Copy this link.'} It carries the query, its variables and
          its operation, and no key.{' '}
          <input
            readOnly
            aria-label="Link to this query"
            value={notice.link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </p>
      )}
      {notice !== null && (
        <button type="button" onClick={close}>
          Close
        </button>
      )}
    </div>
  );
}
