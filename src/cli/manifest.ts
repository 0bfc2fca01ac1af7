/** `manifest`: the app's manifest as JSON. The Slack CLI calls it (`.slack/hooks.json`), as it reads no YAML itself. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { EXIT, type Io } from './io.ts';

const HELP = `Usage: node dist/cli.js manifest

Prints manifest.yml, from the working directory, as JSON on one line. The Slack CLI runs it as its get-manifest hook
and adds --protocol=message-boundaries --boundary=TEXT; the boundary is then printed around the JSON.
Exit code: 0 printed; 1 manifest.yml is absent or not YAML; 2 wrong usage.`;

const FILE = 'manifest.yml';

/** @returns the exit code */
export async function runManifest(argv: readonly string[], io: Pick<Io, 'out' | 'err'>): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(HELP);
    return EXIT.ok;
  }
  const unknown = argv.find((arg) => !/^--(protocol|boundary)=/.test(arg));
  if (unknown !== undefined) {
    io.err(`There is no option "${unknown}".\n\n${HELP}`);
    return EXIT.usage;
  }
  let json: string;
  try {
    json = JSON.stringify(parse(await readFile(FILE, 'utf8')));
  } catch (error) {
    io.err(`${FILE} can't be used: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.problems;
  }
  const boundary = isBounded(argv) ? optionOf(argv, 'boundary') : '';
  io.out(`${boundary}${json}${boundary}`);
  return EXIT.ok;
}

function isBounded(argv: readonly string[]): boolean {
  return optionOf(argv, 'protocol') === 'message-boundaries';
}

function optionOf(argv: readonly string[], name: string): string {
  const prefix = `--${name}=`;
  return argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length) ?? '';
}
