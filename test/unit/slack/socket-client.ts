/** A real Socket Mode client for tests, connected to the local Slack. */
import { SocketModeClient } from '@slack/socket-mode'
import type { Slack } from '../../support/slack/index.js'
import { quiet as logger } from '../../support/slack/quiet.js'

/** What a client hears of one envelope. */
export interface Taken {
  ack: (payload?: object) => Promise<void>
  type: string
  body: { trigger_id: string; view?: unknown; event?: unknown } & Record<string, unknown>
  retry_num?: number
}

/** Connects a client that takes everything with `take` and never connects again by itself. */
export async function connect(slack: Slack, take: (taken: Taken) => unknown): Promise<SocketModeClient> {
  const clientOptions = { slackApiUrl: slack.url, logger, retryConfig: { retries: 0 } }
  const client = new SocketModeClient({
    appToken: 'xapp-1',
    logger,
    clientOptions,
    autoReconnectEnabled: false,
  })
  client.on('slack_event', take)
  await client.start()
  return client
}
