/** DingTalk over Stream mode: one connection, renewed before it ends. */
import type { Logger } from 'pino'
import { type Connected, type Connection, keepConnected } from '../../kit/connected.js'
import { createConnection, type Listener } from './connection.js'
import { ApiError, isPassing, reasonOf, silenceIn } from './errors.js'
import type { DingtalkSettings } from './host.js'

const words = {
  passing: 'a connection to DingTalk ended or could not be opened; another one is tried',
  refused:
    'DingTalk does not take DINGTALK_CLIENT_ID with DINGTALK_CLIENT_SECRET; it is tried again, and `npm run doctor` says more',
}

/** @param welcome is told when DingTalk takes the settings that it had refused */
export const createSocket = (
  settings: DingtalkSettings,
  listener: Listener,
  log: Logger,
  welcome: () => void,
): Connected => {
  let refused = false
  const create = (): Connection => {
    const connection = createConnection(settings, listener, log)
    return {
      ...connection,
      async open() {
        await connection.open()
        if (refused) welcome()
        refused = false
      },
    }
  }
  return keepConnected({
    // Each message goes to any one of several: one is enough, and the next is there before it ends.
    wanted: 1,
    words,
    log,
    create,
    failed(error) {
      const refusal = isRefusal(error)
      refused ||= refusal
      return { refused: refusal, reason: reasonOf(error), waitMs: silenceIn(error) }
    },
  })
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && !isPassing(error) && silenceIn(error) === null
