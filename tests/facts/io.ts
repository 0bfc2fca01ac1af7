import type { Io } from '../../src/cli/io.ts';

/** A terminal that keeps what is printed. */
export function makeIo(factsDir = '/nowhere'): Io & { readonly printed: string[]; readonly complaints: string[] } {
  const printed: string[] = [];
  const complaints: string[] = [];
  return {
    printed,
    complaints,
    out: (line) => printed.push(line),
    err: (line) => complaints.push(line),
    lines: async function* () {},
    factsDir,
  };
}
