import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly description?: string | undefined;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  /** Whether Tab reaches the button. */
  readonly tabIndex?: number | undefined;
  readonly onFocus?: () => void;
  /** Keys pressed on the button while the menu is closed. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** A button that opens a menu: arrow keys move, Home and End jump, Escape and Tab close, the button gets the focus back. */
export function Menu({
  label,
  children,
  items,
  className = 'icon-button',
  tabIndex,
  onFocus,
  onKeyDown,
}: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [upwards, setUpwards] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!open) return;
    focusItem(root.current, 0);
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  const onMenuKeyDown = (event: KeyboardEvent): void => {
    const count = items.length;
    const index = indexOfFocus(root.current);
    const goal = { ArrowDown: index + 1, ArrowUp: index - 1 + count, Home: 0, End: count - 1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      setOpen(false);
    } else if (goal !== undefined) {
      event.preventDefault();
      focusItem(root.current, goal % count);
    }
  };

  return (
    <div className={open ? 'menu-root is-open' : 'menu-root'} ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onKeyDown={open ? undefined : onKeyDown}
        onClick={({ currentTarget }) => {
          setUpwards(currentTarget.getBoundingClientRect().bottom > innerHeight / 2);
          setOpen(!open);
        }}
      >
        {children}
      </button>
      {open && (
        <div
          className={upwards ? 'menu menu-up' : 'menu'}
          role="menu"
          id={menuId}
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onMenuKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              <span>{item.label}</span>
              {item.description !== undefined && <small>{item.description}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function itemsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

function focusItem(root: HTMLElement | null, index: number): void {
  itemsIn(root)[index]?.focus();
}

function indexOfFocus(root: HTMLElement | null): number {
  return itemsIn(root).findIndex((item) => item.matches(':focus'));
}
