import { type ReactNode, useId } from 'react';
import { useExplored } from './explorer-context.ts';

interface RowProps {
  /** What is ticked, as the document writes it. */
  readonly name: string;
  readonly type?: string | undefined;
  readonly description?: string | null | undefined;
  /** In words, beside the type. */
  readonly notes?: readonly string[];
  /** Null where it stays whatever is clicked. Of those that exclude each other `group` is the name. */
  readonly tick: { readonly ticked: boolean; readonly group?: string; readonly toggle: () => void } | null;
  /** What shows and hides what is within, where anything is. */
  readonly opener: { readonly open: boolean; readonly toggle: () => void } | null;
  /** Where its value is written. */
  readonly value?: ReactNode;
  /** What is within; drawn while it is open. */
  readonly children?: ReactNode;
}

/** A row of the tree: what opens it, its tick, its name and type, its value, what it means, and what is within. */
export function TreeRow({ name, type, description, notes = [], tick, opener, value, children }: RowProps) {
  const { words } = useExplored();
  const id = useId();
  const told = [type, ...notes].filter((one) => one !== undefined);
  const described = [told.length > 0 && `${id}-type`, description && `${id}-means`].filter(Boolean).join(' ');

  return (
    <li>
      <div className="onrecord-row">
        {opener === null ? (
          <span className="onrecord-opener" />
        ) : (
          <button
            type="button"
            className="onrecord-opener"
            aria-expanded={opener.open}
            aria-label={words.within(name)}
            onClick={opener.toggle}
            {...(tick === null ? { 'data-row': '' } : {})}
          >
            <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
              <path d="M6 4l4 4-4 4" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
          </button>
        )}
        {tick === null ? (
          <span className="onrecord-name">{name}</span>
        ) : (
          <label className="onrecord-name">
            <input
              {...(tick.group === undefined ? { type: 'checkbox' } : { type: 'radio', name: tick.group })}
              data-row=""
              checked={tick.ticked}
              onChange={tick.toggle}
              aria-describedby={described}
            />
            {name}
          </label>
        )}
        {told.length > 0 && (
          <span className="onrecord-type" id={`${id}-type`}>
            {type !== undefined && <code>{type}</code>}
            {notes.length > 0 && <small> {notes.join(' · ')}</small>}
          </span>
        )}
        {value}
        {description && (
          <p className="onrecord-means" id={`${id}-means`} lang="en">
            {description}
          </p>
        )}
      </div>
      {opener?.open && children}
    </li>
  );
}
