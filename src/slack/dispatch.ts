/**
 * From what a request names to the one listener it is for.
 *
 * Bolt asks every listener whether a request is its own, each with copies of all arguments: some microseconds, and
 * as much garbage, for each one there is. Here they are looked up, so that an answer costs the same however many there are.
 */
import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  App,
  Middleware,
  SlackAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewAction,
  SlackViewMiddlewareArgs,
} from '@slack/bolt';

/** What Bolt's own methods of these names do, for one exact name each; a name has one listener. */
export interface Dispatch {
  command(name: string, listener: Middleware<SlackCommandMiddlewareArgs>): void;
  event<Type extends string>(type: Type, listener: Middleware<SlackEventMiddlewareArgs<Type>>): void;
  action<Action extends SlackAction>(actionId: string, listener: Middleware<SlackActionMiddlewareArgs<Action>>): void;
  options(actionId: string, listener: Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>>): void;
  /** Submissions, not closings. */
  view<View extends SlackViewAction = SlackViewAction>(
    callbackId: string,
    listener: Middleware<SlackViewMiddlewareArgs<View>>,
  ): void;
  shortcut<Shortcut extends SlackShortcut>(
    callbackId: string,
    listener: Middleware<SlackShortcutMiddlewareArgs<Shortcut>>,
  ): void;
}

export function createDispatch(app: App): Dispatch {
  const listeners = new Map<string, Middleware<AnyMiddlewareArgs>>();
  app.use(async (args) => {
    const listener = listeners.get(nameRequest(args));
    // Without `next`: Bolt has no listeners of its own to go on to.
    if (listener !== undefined) await listener(args);
  });
  const registerFor =
    (kind: Kind) =>
    (name: string, listener: unknown): void => {
      const key = `${kind} ${name}`;
      if (listeners.has(key)) throw new Error(`there are two listeners for "${key}"`);
      // The kind, which is part of the key, tells which arguments it is called with.
      listeners.set(key, listener as Middleware<AnyMiddlewareArgs>);
    };
  return {
    command: registerFor('command'),
    event: registerFor('event'),
    action: registerFor('action'),
    options: registerFor('options'),
    view: registerFor('view'),
    shortcut: registerFor('shortcut'),
  };
}

type Kind = keyof Dispatch;

/** @returns a kind and a name; '' for what nobody can listen for */
function nameRequest(args: AnyMiddlewareArgs & AllMiddlewareArgs): `${Kind} ${string}` | '' {
  if ('command' in args) return `command ${args.command.command}`;
  if ('event' in args) return `event ${args.event.type}`;
  if ('action' in args) return 'action_id' in args.action ? `action ${args.action.action_id}` : '';
  if ('options' in args) return 'action_id' in args.options ? `options ${args.options.action_id}` : '';
  if ('shortcut' in args) return `shortcut ${args.shortcut.callback_id}`;
  return args.body.type === 'view_submission' ? `view ${args.view.callback_id}` : '';
}
