import type { Ledger } from './protocol.ts';

/** What is emulated and how faithfully. Tests hold it against the routes. */
export const ledger: Ledger = [];
