import { chooseCurrent } from '../../blocks/conversations.ts';
import { limits } from '../../blocks/limits.ts';
import { validateView } from '../../blocks/view.ts';
import type { Slack } from '../../slack.ts';
import { viewPayload } from '../../workspace/payloads.ts';
import { type OpenView, stackLimit, type ViewDraft } from '../../workspace/views.ts';
import { arg, defineMethod } from '../method.ts';
import { Refusal } from '../refusal.ts';

/** @throws Refusal `view_too_large`, `invalid_arguments`. */
function readView(input: unknown, ...types: readonly ViewDraft['type'][]): ViewDraft {
  if (Buffer.byteLength(JSON.stringify(input) ?? '') > limits.viewBytes) throw new Refusal('view_too_large');
  const checked = validateView(input);
  if (!checked.ok) throw Refusal.withMessages('invalid_arguments', checked.problems);
  if (types.includes(checked.view.type)) return checked.view;
  throw Refusal.withMessages('invalid_arguments', [`unsupported type: ${checked.view.type} [json-pointer:/view/type]`]);
}

function exchange(
  slack: Slack,
  triggerId: string,
): { readonly userId: string; readonly channelId?: string | undefined } {
  const result = slack.triggers.exchange(triggerId);
  if ('error' in result) throw new Refusal(result.error);
  return result;
}

/** External ids are unique in a workspace. */
function refuseDuplicate({ workspace }: Slack, draft: ViewDraft, own?: OpenView): void {
  const other = draft.external_id === '' ? undefined : workspace.views.findExternal(draft.external_id);
  if (other !== undefined && other.id !== own?.id) throw new Refusal('duplicate_external_id');
}

const open = defineMethod({
  name: 'views.open',
  args: { trigger_id: arg.text, view: arg.json },
  run(args, slack) {
    const draft = readView(args.view, 'modal');
    const { userId, channelId } = exchange(slack, args.trigger_id);
    refuseDuplicate(slack, draft);
    const view = slack.workspace.views.open(userId, chooseCurrent(draft, channelId), channelId);
    return { view: viewPayload(view) };
  },
});

const push = defineMethod({
  name: 'views.push',
  args: { trigger_id: arg.text, view: arg.json },
  run(args, slack) {
    const draft = readView(args.view, 'modal');
    const { userId, channelId } = exchange(slack, args.trigger_id);
    const { views } = slack.workspace;
    if (views.stack(userId).length >= stackLimit) throw new Refusal('push_limit_reached');
    refuseDuplicate(slack, draft);
    return { view: viewPayload(views.push(userId, chooseCurrent(draft, channelId))) };
  },
});

const update = defineMethod({
  name: 'views.update',
  args: {
    view: arg.json,
    view_id: arg.text.optional(),
    external_id: arg.text.optional(),
    hash: arg.text.optional(),
  },
  run(args, slack) {
    const { views } = slack.workspace;
    if (args.view_id && args.external_id) {
      throw Refusal.withMessages('invalid_arguments', ['Cannot provide both `view_id` and `external_id`']);
    }
    if (!args.view_id && !args.external_id) {
      throw Refusal.withMessages('invalid_arguments', ['missing required field: view_id']);
    }
    const draft = readView(args.view, 'modal', 'home');
    const view = args.view_id ? views.find(args.view_id) : views.findExternal(args.external_id ?? '');
    if (view === undefined) throw new Refusal('not_found');
    if (args.hash !== undefined && args.hash !== view.hash) throw new Refusal('hash_conflict');
    refuseDuplicate(slack, draft, view);
    return { view: viewPayload(views.update(view, draft)) };
  },
});

const publish = defineMethod({
  name: 'views.publish',
  args: { user_id: arg.text, view: arg.json, hash: arg.text.optional() },
  run(args, slack) {
    const { workspace } = slack;
    const draft = readView(args.view, 'home');
    if (!workspace.manifest.features.app_home.home_tab_enabled) throw new Refusal('not_enabled');
    if (workspace.users.get(args.user_id)?.kind !== 'person') throw new Refusal('user_not_found');
    const before = workspace.views.home(args.user_id);
    if (args.hash && args.hash !== before?.hash) throw new Refusal('hash_conflict');
    refuseDuplicate(slack, draft, before);
    return { view: viewPayload(workspace.views.publish(args.user_id, draft)) };
  },
});

export const viewMethods = [open, push, update, publish];
