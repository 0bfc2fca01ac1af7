import { describe, expect, it } from 'vitest';
import { createLog, describeError, type LogLevel } from '../../src/bot/log.ts';

function collect(level: LogLevel) {
  const lines: { line: string; isProblem: boolean }[] = [];
  const log = createLog(
    level,
    (line, isProblem) => lines.push({ line, isProblem }),
    () => 0,
  );
  return { log, lines };
}

describe('a log line', () => {
  it('is JSON: time, level, message, fields', () => {
    const { log, lines } = collect('info');
    log.info('Ready', { port: 3000, ids: ['a'], none: undefined });
    expect(lines).toEqual([
      {
        line: '{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"Ready","port":3000,"ids":["a"]}',
        isProblem: false,
      },
    ]);
  });

  it.each([
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
  ] as const)('is written from level %s on: %i of four', (level, count) => {
    const { log, lines } = collect(level);
    for (const own of ['debug', 'info', 'warn', 'error'] as const) log[own]('x');
    expect(lines).toHaveLength(count);
    expect(lines.filter(({ isProblem }) => isProblem)).toHaveLength(Math.min(count, 2));
  });

  it.each([
    'xoxb-123-456-abcDEF',
    'xoxp-123',
    'xoxe.xoxb-1-abc',
    'xoxe-1-abc',
    'xapp-1-A1-2-abc',
    'https://hooks.slack.com/commands/T1/2/secret-part',
    'https://hooks.slack-gov.com/actions/T1/2/secret-part',
    '{"client_id":"1","client_secret":"secret-part","code":"123","refresh_token":"xoxe-1-abc"}',
    'https://slack.com/oauth/v2/authorize?scope=commands&state=secret-part&client_id=1',
    'wss://wss-primary.slack.com/link/?ticket=secret-part&app_id=1',
  ])('never holds %s', (secret) => {
    const { log, lines } = collect('debug');
    log.debug('Slack library', { detail: `calling with ${secret} now` });
    log.error('Failed', describeError(new Error(`no ${secret}`, { cause: new Error(secret) })));
    for (const { line } of lines) {
      expect(line).not.toMatch(/abc|123|secret-part/);
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  it('tells an error by name, code and message, and never its stack', () => {
    const error = Object.assign(new TypeError('went wrong'), { code: 'E_WRONG' });
    expect(describeError(error)).toEqual({ error: 'TypeError', code: 'E_WRONG', reason: 'went wrong' });
    expect(describeError('text')).toEqual({ error: 'string' });
  });
});
