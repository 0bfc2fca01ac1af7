import type { ReactNode } from 'react';

/** Something wide that may scroll sideways, by keyboard too. */
export function Scroller({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard (WCAG 2.1.1).
    <section className="scroller" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
