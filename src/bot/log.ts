/** Log lines: JSON, one a line, a static message and fields. Never a question's text, a token or a stack. */

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogFields = Readonly<Record<string, string | number | boolean | null | readonly string[] | undefined>>;

export interface Log {
  readonly level: LogLevel;
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/**
 * @param level lines below it are not written
 * @param write gets each line without its end, and whether it tells of a problem (warn, error)
 * @param now milliseconds since 1970
 */
export function createLog(
  level: LogLevel,
  write: (line: string, isProblem: boolean) => void,
  now: () => number = Date.now,
): Log {
  const least = LOG_LEVELS.indexOf(level);
  const writer = (own: LogLevel) => {
    const rank = LOG_LEVELS.indexOf(own);
    return (message: string, fields: LogFields = {}): void => {
      if (rank < least) return;
      const line = JSON.stringify({ time: new Date(now()).toISOString(), level: own, message, ...fields });
      write(redact(line), rank >= LOG_LEVELS.indexOf('warn'));
    };
  };
  return { level, debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

/**
 * Slack's tokens, and addresses that let whoever knows them post, replaced: libraries put both into messages of their
 * own (a bot token in a failed request, a response_url in a debug line, a Socket Mode ticket in an address).
 */
function redact(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]+/g, '[token]')
    .replace(/(https?:\/\/hooks\.slack[\w.-]*\/)[^\s"\\]+/g, '$1[secret]')
    .replace(/([?&]ticket=)[^\s"&\\]+/g, '$1[secret]');
}

/** What may be said of an error in a log: its class and code, and its message without secrets. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return { error: error.name, code, reason: redact(error.message), cause: cause === undefined ? cause : redact(cause) };
}
