import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Suggestion, Suggestions } from '../workspace/suggestions.ts';

interface Props {
  readonly id: string;
  readonly of: Suggestions;
  /** Index of the marked one; -1 for none. */
  readonly current: number;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** The focus stays in the composer, which points here with `aria-activedescendant`. */
export function SuggestionList({ id, of, current, onChoose }: Props): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <div className="suggestions">
      <p className="suggestions-title">{of.title}</p>
      <div role="listbox" id={id} aria-label={of.title} ref={list} tabIndex={-1}>
        {of.items.map((item, index) => (
          <button
            key={item.key}
            type="button"
            role="option"
            id={`${id}-${index}`}
            data-index={index}
            tabIndex={-1}
            aria-selected={index === current}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            <span>{item.label}</span>
            <small>{item.hint}</small>
          </button>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {of.items.length === 1 ? '1 suggestion' : `${of.items.length} suggestions`}, arrow keys choose
      </p>
    </div>
  );
}
