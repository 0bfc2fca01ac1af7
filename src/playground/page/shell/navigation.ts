/** Whether the sidebar covers a narrow screen. On a wide one it is always there. */
import { createContext, use } from 'react';

export const NavigationContext = createContext<{
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}>({ isOpen: false, setOpen: () => undefined });

export function useNavigation(): { readonly isOpen: boolean; readonly setOpen: (isOpen: boolean) => void } {
  return use(NavigationContext);
}
