/** Calls to the local workspace under `/_playground/`. None of them throws: what goes wrong comes back as a `Failure`. */
import type {
  ActionRequest,
  ClockRequest,
  DeleteRequest,
  EditRequest,
  InviteRequest,
  Ledger,
  MessageDone,
  MessageRequest,
  OpenHomeRequest,
  OptionsDone,
  OptionsRequest,
  Outcome,
  ShortcutRequest,
  State,
  ViewCloseRequest,
  ViewSubmitDone,
  ViewSubmitRequest,
} from '../../protocol.ts';

interface Calls {
  message: [MessageRequest, MessageDone];
  edit: [EditRequest, unknown];
  delete: [DeleteRequest, unknown];
  action: [ActionRequest, unknown];
  options: [OptionsRequest, OptionsDone];
  'view-submit': [ViewSubmitRequest, ViewSubmitDone];
  'view-close': [ViewCloseRequest, unknown];
  'open-home': [OpenHomeRequest, unknown];
  shortcut: [ShortcutRequest, unknown];
  invite: [InviteRequest, unknown];
  join: [InviteRequest, unknown];
  clock: [ClockRequest, unknown];
}

export type CallName = keyof Calls;

const UNREACHABLE = {
  ok: false,
  error: 'unreachable',
  message: 'The playground does not answer. Is “npm run playground” still running?',
} as const;

export async function post<Name extends CallName>(name: Name, body: Calls[Name][0]): Promise<Outcome<Calls[Name][1]>> {
  try {
    const response = await fetch(`/_playground/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return UNREACHABLE;
  }
}

/** The workspace as `userId` sees it (`null`: its first person); `null` when the playground does not answer. */
export function fetchState(userId: string | null): Promise<State | null> {
  return get(userId === null ? 'state' : `state?userId=${encodeURIComponent(userId)}`);
}

export function fetchLedger(): Promise<Ledger | null> {
  return get('ledger');
}

async function get<Body>(path: string): Promise<Body | null> {
  try {
    const response = await fetch(`/_playground/${path}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
