/** DingTalk over Stream mode: one connection, renewed before it ends. */
import type { Logger } from 'pino'
import { type Connected, keepConnected } from '../../kit/connected.js'
import { createConnection, type Listener } from './connection.js'
import { ApiError, silenceIn } from './errors.js'
import type { DingtalkSettings } from './host.js'

const words = {
  passing: 'a connection to DingTalk ended or could not be opened; another one is tried',
  refused:
    'DingTalk does not take DINGTALK_CLIENT_ID with DINGTALK_CLIENT_SECRET; it is tried again, and `npm run doctor` says more',
}

export const createSocket = (settings: DingtalkSettings, listener: Listener, log: Logger): Connected =>
  keepConnected({
    // Each message goes to any one of several: one is enough, and the next is there before it ends.
    wanted: 1,
    words,
    log,
    create: () => createConnection(settings, listener, log),
    failed: (error) => ({
      refused: error instanceof ApiError && error.status < 500 && silenceIn(error) === null,
      reason: (error as Error | null)?.message,
      waitMs: silenceIn(error),
    }),
  })
