/** What Slack sends in a request's body: JSON, or a form with either a command or one field of JSON. */
import { type ParsedUrlQuery, parse as parseForm } from 'node:querystring';

export type Payload = Readonly<Record<string, unknown>>;

export type ContentType = 'json' | 'form';

const FORM = 'application/x-www-form-urlencoded';

/** The header, its parameters apart: Slack may add a charset. `null` for what Slack doesn't send. */
export function readContentType(header = ''): ContentType | null {
  if (header === FORM) return 'form';
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) return null;
  switch (type.trim()) {
    case 'application/json':
      return 'json';
    case FORM:
      return 'form';
    default:
      return null;
  }
}

/** `null` where it is nothing that Bolt could tell the kind of. */
export function readPayload(type: ContentType, text: string): Payload | null {
  return type === 'json' ? readObject(text) : readForm(parseForm(text));
}

function readForm(form: ParsedUrlQuery): Payload | null {
  const { payload, command, ssl_check } = form;
  if (typeof payload === 'string') return readObject(payload);
  return payload === undefined && (typeof command === 'string' || ssl_check === '1') ? form : null;
}

/** Each kind of payload names its type; an event carries the event, which names its own. */
function readObject(text: string): Payload | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value['type'] !== 'string') return null;
  if (value['type'] !== 'event_callback') return value;
  const { event } = value;
  return isObject(event) && typeof event['type'] === 'string' ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
