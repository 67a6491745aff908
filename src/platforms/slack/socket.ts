/** Slack over Socket Mode: several connections, so that there is always one while another is renewed. */
import type { App } from '@slack/bolt'
import { WebAPIRateLimitedError, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { type Connected, keepConnected } from '../../kit/connected.js'
import { Connection } from './connection.js'
import { codeOf, deliveryError } from './errors.js'

/** Two: each payload goes to any one of them, and one is left when the other ends. */
const wanted = 2

const words = {
  passing: 'a connection to Slack ended or could not be opened; another one is tried',
  refused: 'Slack does not take SLACK_APP_TOKEN; it is tried again, and `npm run doctor` says more',
}

export const createSocket = (
  app: App,
  appToken: string,
  clientOptions: WebClientOptions,
  log: Logger,
): Connected =>
  keepConnected({
    wanted,
    words,
    log,
    create: () => new Connection(app, appToken, clientOptions, log),
    failed: (error) => ({
      refused: ['access', 'scope'].includes(deliveryError(error).fault ?? ''),
      reason: codeOf(error) || (error as Error | null)?.message,
      waitMs: error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : null,
    }),
  })
