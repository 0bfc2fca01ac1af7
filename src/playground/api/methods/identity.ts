import { appId, botId, botUserId, team } from '../../workspace/seed.ts';
import { zoneOffset } from '../../workspace/zone.ts';
import { arg, defineMethod } from '../method.ts';
import { Refusal } from '../refusal.ts';

const test = defineMethod({
  name: 'api.test',
  token: 'none',
  args: { error: arg.text.optional(), foo: arg.text.optional() },
  run(args) {
    const echoed = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
    if (args.error) throw new Refusal(args.error, { args: echoed });
    return { args: echoed };
  },
});

const authTest = defineMethod({
  name: 'auth.test',
  token: 'any',
  run(_args, { workspace }, token) {
    if (token.kind === 'app') return { app_name: workspace.manifest.display_information.name, app_id: appId };
    return {
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: workspace.bot.name,
      team_id: team.id,
      user_id: botUserId,
      bot_id: botId,
      is_enterprise_install: false,
    };
  },
});

const connectionsOpen = defineMethod({
  name: 'apps.connections.open',
  token: 'app',
  scopes: ['connections:write'],
  run(_args, { socket }) {
    return { url: socket.issueUrl() };
  },
});

const usersInfo = defineMethod({
  name: 'users.info',
  scopes: ['users:read'],
  args: { user: arg.text },
  run(args, { workspace, clock }) {
    const user = workspace.users.get(args.user);
    if (user === undefined) throw new Refusal('user_not_found');
    const { offset, label } = zoneOffset(user.timeZone, clock.now());
    return {
      user: {
        id: user.id,
        team_id: team.id,
        name: user.name,
        deleted: false,
        real_name: user.realName,
        tz: user.timeZone,
        tz_label: label,
        tz_offset: offset,
        is_bot: user.kind === 'bot',
        is_app_user: false,
        is_admin: false,
        is_owner: false,
        profile: { real_name: user.realName, display_name: user.name, team: team.id },
      },
    };
  },
});

const teamInfo = defineMethod({
  name: 'team.info',
  scopes: ['team:read'],
  run() {
    return { team: { ...team, email_domain: '', enterprise_id: '', enterprise_name: '' } };
  },
});

export const identityMethods = [test, authTest, connectionsOpen, usersInfo, teamInfo];
