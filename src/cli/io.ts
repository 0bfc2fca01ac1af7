/** What a command of the terminal is given; nothing under `cli/` touches the process itself. */
export interface Io {
  /** Prints one line; the newline is added. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Standard input, line by line. */
  readonly lines: () => AsyncIterable<string>;
  readonly factsDir: string;
  /** What the build compiled from the facts that ship: it spares work where the facts are still those. */
  readonly compiledFacts?: string;
  /** Settings; those of the process and its `.env` where there are none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Exit codes that scripts can rely on (`--help` of each command says when). */
export const EXIT = { ok: 0, problems: 1, usage: 2, notStated: 3, contradicted: 4 } as const;
