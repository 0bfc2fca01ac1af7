/** The app's tabs: its Home, published when a person opens it and anew when that person changes a digest, and Messages. */
import type { BlockButtonAction, Context, webApi } from '@slack/bolt';
import type { FactRequest } from '../../bot/handle.ts';
import { describeError } from '../../bot/log.ts';
import type { HomeDigests } from '../../core/home.ts';
import { composeHome } from '../../core/home.ts';
import { tokenOf } from '../app.ts';
import type { Dispatch } from '../dispatch.ts';
import { ACTION, VIEW } from '../ids.ts';
import { MAX_TOPICS, renderHome } from '../render/home.ts';
import { renderReplyDialog } from '../render/reply-dialog.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { meetPerson } from './greet.ts';
import { openDialog, placeOfPress } from './press.ts';

export function registerHome(app: Dispatch, dependencies: ListenerDependencies): void {
  const { handle, library, metrics } = dependencies;

  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab === 'messages') return meetPerson(dependencies, client, context, event);
    metrics.replies.count({ surface: 'home', reply: 'home' });
    await publishHome(dependencies, client, tokenOf(context), { teamId: context.teamId ?? '', userId: event.user });
  });

  const read = async (request: FactRequest, name: ReadingName, { body, context, client }: Pressed): Promise<void> => {
    const place = placeOfPress(body, context.teamId);
    const reply = handle(request, place);
    metrics.replies.count({ surface: place.surface, reply: reply.kind });
    await openDialog(
      dependencies,
      { client, token: tokenOf(context) },
      body,
      renderReplyDialog(name, reply, library().corpus.edition),
    );
  };

  for (let index = 0; index < MAX_TOPICS; index += 1) {
    app.action<BlockButtonAction>(`${ACTION.openTopic}.${index}`, async ({ ack, action, ...press }) => {
      await ack();
      await read({ kind: 'topics', topic: action.value ?? '' }, VIEW.topic, press);
    });
  }

  app.action<BlockButtonAction>(ACTION.openSources, async ({ ack, ...press }) => {
    await ack();
    await read({ kind: 'sources' }, VIEW.sources, press);
  });
}

type ReadingName = typeof VIEW.topic | typeof VIEW.sources;

interface Pressed {
  readonly body: BlockButtonAction;
  readonly context: Context;
  readonly client: webApi.WebClient;
}

/** Shows a person the Home as it is now. @throws what the Web API answers, when it could not be published */
async function publishHome(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  token: string,
  { teamId, userId }: { readonly teamId: string; readonly userId: string },
): Promise<void> {
  const digests = await listDigests(dependencies, teamId, userId);
  const home = composeHome(dependencies.library().corpus, digests, dependencies.scores);
  await client.views.publish({ token, user_id: userId, view: renderHome(home) });
}

/** After a change that Home shows. Never rejects: what was done is done, and the tab may be switched off. */
export async function refreshHome(
  dependencies: ListenerDependencies,
  client: webApi.WebClient,
  token: string,
  whose: { readonly teamId: string; readonly userId: string },
): Promise<void> {
  try {
    await publishHome(dependencies, client, token, whose);
  } catch (error) {
    dependencies.log.warn('The Home could not be refreshed', describeError(error));
  }
}

async function listDigests(
  { subscribing, log }: ListenerDependencies,
  teamId: string,
  userId: string,
): Promise<HomeDigests> {
  try {
    return await subscribing.list(teamId, userId);
  } catch (error) {
    log.warn('The digests could not be listed', describeError(error));
    return null;
  }
}
