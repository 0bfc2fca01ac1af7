import { appId, botUserId, team } from '../../workspace/seed.ts';
import { arg, defineMethod } from '../method.ts';
import { Refusal } from '../refusal.ts';

const access = defineMethod({
  name: 'oauth.v2.access',
  token: 'none',
  args: {
    code: arg.text,
    client_id: arg.text,
    client_secret: arg.text,
    redirect_uri: arg.text.optional(),
  },
  run(args, { installs }) {
    const { code, client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri } = args;
    const grant = installs.exchange({ code, clientId, clientSecret, redirectUri });
    if (typeof grant === 'string') throw new Refusal(grant);
    return {
      app_id: appId,
      authed_user: { id: grant.userId },
      scope: grant.scopes.join(','),
      token_type: 'bot',
      access_token: grant.token,
      bot_user_id: botUserId,
      team: { id: team.id, name: team.name },
      enterprise: null,
      is_enterprise_install: false,
    };
  },
});

const revoke = defineMethod({
  name: 'auth.revoke',
  args: { test: arg.flag.optional() },
  run(args, { tokens }, token) {
    if (args.test === true) return { revoked: false };
    tokens.revoke(token);
    return { revoked: true };
  },
});

export const oauthMethods = [access, revoke];
