import type { Tokens } from './api/tokens.ts';
import type { Clock } from './clock.ts';
import type { SocketMode } from './delivery/socket-mode.ts';
import type { Triggers } from './delivery/triggers.ts';
import type { Installs } from './installs.ts';
import type { Workspace } from './workspace/workspace.ts';

/** The parts of the emulated Slack that the Web API and the page reach for. */
export interface Slack {
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly tokens: Tokens;
  readonly triggers: Triggers;
  readonly installs: Installs;
  readonly socket: SocketMode;
}
