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
      const line = { time: new Date(now()).toISOString(), level: own, message, ...fields };
      write(JSON.stringify(line, redactText), rank >= LOG_LEVELS.indexOf('warn'));
    };
  };
  return { level, debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

/**
 * Libraries put secrets into messages of their own: a bot token in a failed request, a response_url in a debug line,
 * a Socket Mode ticket in an address, a client secret in the request that exchanges it.
 */
function redact(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]+/g, '[token]')
    .replace(/(https?:\/\/hooks\.slack[\w.-]*\/)[^\s"\\]+/g, '$1[secret]')
    .replace(/("(?:client_secret|code|refresh_token)":")[^"]*/g, '$1[secret]')
    .replace(/([?&](?:ticket|state|code)=)[^\s"&]+/g, '$1[secret]');
}

function redactText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? redact(value) : value;
}

/** What a log says of an error: its class, code and message, those of its cause, and no stack. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return { error: error.name, code, reason: error.message, cause };
}
