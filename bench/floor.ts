/** The floor: the smallest Bolt app that answers the same command over the same transport. */
import bolt from '@slack/bolt';

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT } = process.env;
const app = new bolt.App({
  token: SLACK_BOT_TOKEN ?? '',
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: SLACK_API_URL ?? '' },
  ...(SLACK_APP_TOKEN === undefined
    ? { signingSecret: SLACK_SIGNING_SECRET ?? '' }
    : { socketMode: true, appToken: SLACK_APP_TOKEN }),
});
app.command('/rafah', ({ ack }) => ack({ response_type: 'ephemeral', text: 'An answer.' }));
await app.start(Number(PORT));
console.log('ready');
