import type { ReactNode } from 'react';

/** Outlines on a 20 by 20 grid. */
const SHAPES = {
  bolt: 'M11 2.5 4.5 11.5H10L9 17.5l6.5-9H10z',
  calendar: 'M4 5.5h12v10.5H4zM4 8.5h12M7.5 3.5v3M12.5 3.5v3',
  chat: 'M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z',
  chevron: 'm6.5 8 3.5 3.5L13.5 8',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.25l2.75 1.75',
  close: 'm5 5 10 10M15 5 5 15',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  hash: 'M7.5 3.5 6 16.5M14 3.5l-1.5 13M3.75 7.5h13M3.25 12.5h13',
  home: 'm3.5 9.5 6.5-6 6.5 6M5.5 8v8.5h9V8M8.5 16.5v-4h3v4',
  lock: 'M5.5 9h9v7.5h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  more: 'M5 9.25a.75.75 0 1 0 0 1.5.75.75 0 0 0 0-1.5zM10 9.25a.75.75 0 1 0 0 1.5.75.75 0 0 0 0-1.5zM15 9.25a.75.75 0 1 0 0 1.5.75.75 0 0 0 0-1.5z',
  pencil: 'm4 16 .75-3.5 8.5-8.5 2.75 2.75-8.5 8.5zM11.5 5.75l2.75 2.75',
  person: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.5c.5-3 3-4.5 6-4.5s5.5 1.5 6 4.5',
  reply: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H12a4 4 0 0 1 4 4v1.5',
  send: 'M3.5 10 16.5 4l-3.5 12.5-3.5-5zM9.5 11.5 16.5 4',
  thumbs_down:
    'M6 11V4M6 11H3.5V4H6M6 10.5 9.5 16.5c1.5 0 2-1 1.75-2.25L11 12h4a1.5 1.5 0 0 0 1.5-1.8l-.9-4.5A1.5 1.5 0 0 0 14.1 4.5H6',
  thumbs_up:
    'M6 9v7M6 9H3.5v7H6M6 9.5 9.5 3.5c1.5 0 2 1 1.75 2.25L11 8h4a1.5 1.5 0 0 1 1.5 1.8l-.9 4.5a1.5 1.5 0 0 1-1.5 1.2H6',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.75 10.5h7.5L14.5 6M8.5 9v4.5M11.5 9v4.5',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8v4M10 14.25h.01',
} as const;

export type IconName = keyof typeof SHAPES;

/** Decoration only: whatever it stands for is also said in words next to it, or in the button's label. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
