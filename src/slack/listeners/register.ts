/** All listeners of the app. Each file beside this one translates one thing. */
import type { Dispatch } from '../dispatch.ts';
import { registerAsk } from './ask.ts';
import { registerCheck } from './check.ts';
import { registerCommand } from './command.ts';
import type { ListenerDependencies } from './dependencies.ts';
import { registerDigestButtons } from './digest-buttons.ts';
import { registerDigestForm } from './digest-form.ts';
import { registerFeedback } from './feedback.ts';
import { registerGreetings } from './greet.ts';
import { registerHome } from './home.ts';
import { registerMention } from './mention.ts';
import { registerMessages } from './messages.ts';
import { registerShare } from './share.ts';
import { registerSource } from './source.ts';
import { registerUninstall } from './uninstall.ts';

export function registerListeners(app: Dispatch, dependencies: ListenerDependencies): void {
  registerCommand(app, dependencies);
  registerMention(app, dependencies);
  registerMessages(app, dependencies);
  registerDigestButtons(app, dependencies);
  registerDigestForm(app, dependencies);
  registerGreetings(app, dependencies);
  registerHome(app, dependencies);
  registerShare(app, dependencies);
  registerSource(app, dependencies);
  registerFeedback(app, dependencies);
  registerAsk(app, dependencies);
  registerCheck(app, dependencies);
  registerUninstall(app, dependencies);
}
