/** The workspace's time: never the machine's own, because the clock can be moved. */
import { useEffect, useState } from 'react';
import { usePage } from './page.ts';

/** The workspace's time in milliseconds, renewed every few seconds. */
export function useNow(): number {
  const ahead = usePage(({ state, receivedAt }) => (state === null ? 0 : state.now - receivedAt));
  const [, renew] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => renew((count) => count + 1), 5000);
    return () => clearInterval(timer);
  }, []);
  return Date.now() + ahead;
}
