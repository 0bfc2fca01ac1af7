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
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  pencil: 'm4 16 .75-3.5 8.5-8.5 2.75 2.75-8.5 8.5zM11.5 5.75l2.75 2.75',
  person: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.5c.5-3 3-4.5 6-4.5s5.500 1.500 6 4.5',
  reply: 'M8.500 5 4 9.500 8.500 14M4.500 9.500H12a4 4 0 0 1 4 4v1.500',
  send: 'M3.500 10 16.500 4l-3.500 12.500-3.500-5zM9.500 11.500 16.500 4',
  thumbs_down:
    'M6 11V4M6 11H3.500V4H6M6 10.500 9.500 16.500c1.500 0 2-1 1.750-2.250L11 12h4a1.500 1.500 0 0 0 1.500-1.800l-.900-4.500A1.500 1.500 0 0 0 14.100 4.500H6',
  thumbs_up:
    'M6 9v7M6 9H3.500v7H6M6 9.500 9.500 3.500c1.500 0 2 1 1.750 2.250L11 8h4a1.500 1.500 0 0 1 1.500 1.800l-.900 4.500a1.500 1.500 0 0 1-1.500 1.200H6',
  trash: 'M4 6h12M8 6V4h4v2M5.500 6l.750 10.500h7.500L14.500 6M8.500 9v4.500M11.500 9v4.500',
  warning: 'M10 3.500 17.500 16.500h-15zM10 8v4M10 14.250h.01',
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
