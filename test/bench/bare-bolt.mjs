// A Bolt app without a store, as small as it gets: what a click costs when nothing is kept.
import { App, LogLevel } from '@slack/bolt'

const button = { type: 'button', text: { type: 'plain_text', text: 'Doing' }, action_id: 'a', value: 'v' }
const blocks = [{ type: 'actions', elements: [button] }]
const app = new App({
  socketMode: true,
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: LogLevel.ERROR,
})
app.command('/mkt', async ({ ack, client, command }) => {
  await ack()
  await client.chat.postMessage({ channel: command.channel_id, text: 'card', blocks })
})
app.action('a', async ({ ack, body, client }) => {
  await ack()
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'card', blocks })
})
await app.start()
process.stdout.write('ready\n')
