import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

interface Props {
  readonly title: string;
  /** The × and the Escape key. */
  readonly onClose: () => void;
  readonly closeLabel?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: the browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, closeLabel = 'Close', wide = false, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** What stands between a dialog's head and its buttons. Where it scrolls it can be reached, and scrolled, by keyboard. */
export function DialogBody({ children }: { readonly children: ReactNode }): ReactNode {
  const body = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  });

  return (
    <section ref={body} className="dialog-body" aria-label="Content" tabIndex={scrolls ? 0 : undefined}>
      {children}
    </section>
  );
}
