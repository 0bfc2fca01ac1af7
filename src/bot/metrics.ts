/** Counts and durations in Prometheus' text format, version 0.0.4. */

export interface Metrics {
  /** Requests answered, by surface and kind of reply. */
  readonly replies: Counter<'surface' | 'reply'>;
  /** From the moment a request is let in to the end of the work on it, in seconds, by what it was. */
  readonly workSeconds: Histogram<'request'>;
  /** Requests and events not answered on purpose, by why: "repeated", "bot", "edited", … */
  readonly ignored: Counter<'reason'>;
  /** HTTP requests refused before they reached the bot, by why: "forged", "stale", "replayed", … */
  readonly refused: Counter<'reason'>;
  /** Failures, by where they happened. */
  readonly errors: Counter<'where'>;
  /** Calls of Slack's Web API, by method and outcome ("ok", an HTTP status, "failed"). */
  readonly slackCalls: Counter<'method' | 'outcome'>;
  /** Digests, by what became of them: "queued" at Slack, "posted" by it in time, "unsure", "withdrawn". */
  readonly digests: Counter<'outcome'>;
  /** Failed calls for digests, by what that means: "later", "unknown", "channel", "workspace", … */
  readonly digestFailures: Counter<'class'>;
  /** Posted messages, by what became of them after an edit of the facts: "corrected", "given_up". */
  readonly corrections: Counter<'outcome'>;
  /** A value read at each scrape. */
  gauge(name: string, help: string, read: () => number): void;
  /** Everything, as Prometheus scrapes it. */
  expose(): string;
}

type Labels<Name extends string> = Readonly<Record<Name, string>>;

export interface Counter<Name extends string> {
  count(labels: Labels<Name>, by?: number): void;
}

export interface Histogram<Name extends string> {
  observe(labels: Labels<Name>, value: number): void;
}

/** Seconds. An answer takes about a millisecond; beyond 3 s Slack has given up. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];

export function createMetrics(): Metrics {
  const families: (() => string)[] = [];
  const add = <T extends { readonly expose: () => string }>(family: T): T => {
    families.push(family.expose);
    return family;
  };
  return {
    replies: add(createCounter('rafah_replies_total', 'Requests answered.')),
    workSeconds: add(createHistogram('rafah_work_seconds', 'Time from a request let in to the end of the work on it.')),
    ignored: add(createCounter('rafah_ignored_total', 'Events not answered on purpose.')),
    refused: add(createCounter('rafah_refused_total', 'HTTP requests refused.')),
    errors: add(createCounter('rafah_errors_total', 'Failures.')),
    slackCalls: add(createCounter('rafah_slack_calls_total', "Calls of Slack's Web API.")),
    digests: add(createCounter('rafah_digests_total', 'Digests queued, posted, unsure and withdrawn.')),
    digestFailures: add(createCounter('rafah_digest_failures_total', 'Failed calls for digests.')),
    corrections: add(createCounter('rafah_corrections_total', 'Posted messages corrected or given up.')),
    gauge(name, help, read) {
      families.push(() => `${head(name, help, 'gauge')}${name} ${read()}\n`);
    },
    expose: () => families.map((family) => family()).join(''),
  };
}

function head(name: string, help: string, type: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  let text = '';
  for (const name in labels) text += `${text === '' ? '' : ','}${name}="${escapeValue(labels[name] ?? '')}"`;
  return text;
}

function escapeValue(value: string): string {
  return /[\\"\n]/.test(value) ? value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`)) : value;
}

function createCounter<Name extends string>(name: string, help: string) {
  const values = new Map<string, number>();
  return {
    count(labels: Labels<Name>, by = 1): void {
      const key = labelText(labels);
      values.set(key, (values.get(key) ?? 0) + by);
    },
    expose: (): string =>
      head(name, help, 'counter') + [...values].map(([key, value]) => `${name}{${key}} ${value}\n`).join(''),
  };
}

interface Series {
  readonly buckets: number[];
  sum: number;
  count: number;
}

function createHistogram<Name extends string>(name: string, help: string) {
  const series = new Map<string, Series>();
  return {
    observe(labels: Labels<Name>, value: number): void {
      const key = labelText(labels);
      const own = series.get(key) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      series.set(key, own);
      own.sum += value;
      own.count += 1;
      BUCKETS.forEach((bound, i) => {
        if (value <= bound) own.buckets[i] = (own.buckets[i] ?? 0) + 1;
      });
    },
    expose: (): string => head(name, help, 'histogram') + [...series].map(([key, own]) => lines(key, own)).join(''),
  };
  function lines(key: string, { buckets, sum, count }: Series): string {
    const bucket = (bound: string, value: number): string => `${name}_bucket{${key},le="${bound}"} ${value}\n`;
    return (
      BUCKETS.map((bound, i) => bucket(String(bound), buckets[i] ?? 0)).join('') +
      bucket('+Inf', count) +
      `${name}_sum{${key}} ${sum}\n${name}_count{${key}} ${count}\n`
    );
  }
}
