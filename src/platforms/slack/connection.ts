/** One Socket Mode connection: watched until it says hello, replaced before it ends, acknowledged on itself. */
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import type { WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'

/** Slack greets at once; a connection without a greeting never gets anything. */
const helloMs = 5000
/** Slack warns some ten seconds before it ends a connection. */
const retireMs = 8000
/** A dead peer is noticed after this long without an answer to a ping; a machine that is too busy to look is not dead. */
const pongMs = 3000
/** As long as Slack waits for an acknowledgement. */
const finishMs = 3000
const closeMs = 1000
/** Connections are renewed every few hours. */
const usual = ['warning', 'refresh_requested']

/** What the SDK hands over for each envelope. */
interface Envelope {
  ack(answer?: unknown): Promise<void>
  type: string
  body: Record<string, unknown>
  retry_num?: number
}

/** The SDK ends a connection when Slack asks for a new one; here the new one comes first. */
class PatientClient extends SocketModeClient {
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    try {
      const { type, reason } = typeof data === 'string' ? (JSON.parse(data) as Record<string, unknown>) : {}
      if (type === 'disconnect') this.emit('farewell', reason)
      else await super.onWebSocketMessage(data, isBinary)
    } catch {
      // A frame that makes no sense must not end the process, nor the connection.
    }
  }
}

export class Connection {
  /** Resolves when a new connection is wanted: this one has ended, or is about to. */
  readonly due: Promise<unknown>
  private readonly client: PatientClient
  private readonly ended: Promise<unknown>
  private readonly handing = new Set<Promise<void>>()
  private openedAt = 0

  constructor(
    private readonly app: App,
    appToken: string,
    clientOptions: WebClientOptions,
    private readonly log: Logger,
  ) {
    const { logger } = clientOptions
    const client = new PatientClient({
      appToken,
      clientOptions: { ...clientOptions },
      autoReconnectEnabled: false,
      clientPingTimeout: pongMs,
      ...(logger ? { logger } : {}),
    })
    this.client = client
    this.ended = new Promise((resolve) => client.once('disconnected', resolve))
    this.due = Promise.race([this.ended, new Promise((resolve) => client.once('farewell', resolve))])
    client.on('farewell', (reason: string) => {
      if (!usual.includes(reason)) log.warn({ reason }, 'Slack ends a connection')
    })
    client.on('slack_event', (envelope: Envelope) => {
      const handed = this.hand(envelope).finally(() => this.handing.delete(handed))
      this.handing.add(handed)
    })
  }

  /** Resolves when Slack has greeted. @throws what Slack said, or that it said nothing */
  async open(): Promise<void> {
    let silence: NodeJS.Timeout | undefined
    const failed = new Promise<never>((_resolve, reject) => {
      this.due.then(() => reject(new Error('the connection was refused')))
      this.client.once('connecting', () => {
        silence = setTimeout(() => reject(new Error('Slack did not greet')), helloMs).unref()
      })
    })
    // What the SDK gives as a reason is mostly nothing.
    const started = this.client.start().catch((error) => (error ? Promise.reject(error) : failed))
    try {
      await Promise.race([started, failed])
      this.openedAt = Date.now()
    } catch (error) {
      void this.close()
      throw error
    } finally {
      clearTimeout(silence)
    }
  }

  /** How long ago it was opened, in milliseconds; long ago when it never was. */
  age(): number {
    return Date.now() - this.openedAt
  }

  /** Listens on while the next one takes over, then ends. */
  async retire(): Promise<void> {
    await Promise.race([this.ended, pause(retireMs, undefined, { ref: false })])
    await this.finish()
  }

  /** Ends it when what came in is acknowledged. */
  async finish(): Promise<void> {
    await Promise.race([Promise.all(this.handing), this.ended, pause(finishMs, undefined, { ref: false })])
    await this.close()
  }

  private async close(): Promise<void> {
    // While it is being opened there is nothing yet that could be closed.
    this.client.once('connected', () => void this.client.disconnect())
    const slow = await Promise.race([
      this.client.disconnect().then(() => false),
      pause(closeMs, true, { ref: false }),
    ])
    // A dead peer does not say goodbye; told twice, the SDK does not wait for it.
    if (slow) void this.client.disconnect()
  }

  /** Gives an envelope to Bolt and acknowledges it once it is kept: events by their end, others by their listener. */
  private async hand({ ack, type, body, retry_num }: Envelope): Promise<void> {
    let acked = false
    const answer = async (payload?: unknown): Promise<void> => {
      if (acked) return
      acked = true
      // The deed is kept; that Slack does not hear of it only makes it deliver again.
      await ack(payload).catch((error) => this.log.debug({ err: error }, 'an acknowledgement was not sent'))
    }
    try {
      const heard = type === 'events_api' ? async () => undefined : answer
      await this.app.processEvent({ body, ack: heard, ...(retry_num ? { retryNum: retry_num } : {}) })
      await answer()
    } catch (error) {
      this.log.error({ err: error }, 'a delivery of Slack could not be kept')
    }
  }
}
