/** Bolt's and the SDK's own messages as log lines of ours: one static message, theirs as a field. */
import { LogLevel as BoltLevel, type Logger } from '@slack/bolt';
import { describeError, type Log, type LogFields } from '../bot/log.ts';

const LEVELS = {
  debug: BoltLevel.DEBUG,
  info: BoltLevel.INFO,
  warn: BoltLevel.WARN,
  error: BoltLevel.ERROR,
} as const;

/**
 * At debug Bolt prints payloads, hence what people type. At info and above it doesn't; its few info lines tell of
 * its own life and become debug lines of ours.
 */
export function createBoltLogger(log: Log): Logger {
  return {
    debug: (...parts) => log.debug('Slack library', detail(parts)),
    info: (...parts) => log.debug('Slack library', detail(parts)),
    warn: (...parts) => log.warn('Slack library', detail(parts)),
    error: (...parts) => log.error('Slack library', detail(parts)),
    setLevel() {},
    getLevel: () => LEVELS[log.level],
    setName() {},
  };
}

function detail(parts: readonly unknown[]): LogFields {
  const error = parts.find((part) => part instanceof Error);
  const text = parts.filter((part) => !(part instanceof Error)).map(String);
  return {
    detail: text.length === 0 ? undefined : text.join(' '),
    ...(error === undefined ? {} : describeError(error)),
  };
}
