import type { Fault, FaultRequest } from '../protocol.ts';

/** Calls of the Web API that are to go wrong, by method; `*` is any method. */
export class Faults {
  readonly #pending = new Map<string, { readonly fault: Fault; left: number }>();

  /** Replaces what was set for the method; `times: 0` clears it. */
  set({ method, fault, times = 1 }: FaultRequest): void {
    if (times <= 0) this.#pending.delete(method);
    else this.#pending.set(method, { fault, left: times });
  }

  clear(): void {
    this.#pending.clear();
  }

  /** The fault for this call, used up by asking. */
  take(method: string): Fault | undefined {
    const key = this.#pending.has(method) ? method : '*';
    const pending = this.#pending.get(key);
    if (pending === undefined) return undefined;
    pending.left -= 1;
    if (pending.left <= 0) this.#pending.delete(key);
    return pending.fault;
  }
}
