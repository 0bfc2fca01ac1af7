import { createElement, Fragment, type ReactNode } from 'react';

/** Renders items that have no identity but their place, such as the words of a sentence: no keys needed. */
export function inOrder<Item>(items: readonly Item[], render: (item: Item, index: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map(render));
}
