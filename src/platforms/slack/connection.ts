/** One Socket Mode connection: watched until it says hello, replaced before it ends, acknowledged on itself. */
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import type { WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'

/** Slack greets at once; a connection without a greeting never gets anything. */
const helloMs = 10_000
/** Slack warns some ten seconds before it ends a connection. */
const retireMs = 8000
/** A dead peer is noticed after two pings without an answer. */
const pongMs = 2000
const closeMs = 1000

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
      if (typeof data === 'string' && (JSON.parse(data) as { type?: string }).type === 'disconnect') {
        this.emit('farewell')
      } else await super.onWebSocketMessage(data, isBinary)
    } catch {
      // A frame that makes no sense must not end the process, nor the connection.
    }
  }
}

export class Connection {
  private readonly client: PatientClient
  private readonly ended: Promise<unknown>
  private openedAt = 0

  constructor(
    private readonly app: App,
    appToken: string,
    clientOptions: WebClientOptions,
    private readonly log: Logger,
  ) {
    const { logger } = clientOptions
    this.client = new PatientClient({
      appToken,
      clientOptions: { ...clientOptions },
      autoReconnectEnabled: false,
      clientPingTimeout: pongMs,
      ...(logger ? { logger } : {}),
    })
    this.ended = new Promise((resolve) => this.client.once('disconnected', resolve))
    this.client.on('slack_event', (envelope: Envelope) => void this.hand(envelope))
  }

  /** Resolves when Slack has greeted. @throws what Slack said, or that it said nothing */
  async open(): Promise<void> {
    const silence = new AbortController()
    const silent = pause(helloMs, undefined, { signal: silence.signal, ref: false }).then(
      () => Promise.reject(new Error('Slack did not greet')),
      () => undefined,
    )
    try {
      const started = this.client.start().catch((error) => {
        throw error ?? new Error('the connection was refused')
      })
      await Promise.race([started, silent])
      this.openedAt = Date.now()
    } catch (error) {
      void this.close()
      throw error
    } finally {
      silence.abort()
    }
  }

  /** Resolves when a new connection is wanted: this one has ended, or is about to. */
  async due(signal: AbortSignal): Promise<void> {
    const farewell = new Promise((resolve) => this.client.once('farewell', resolve))
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await Promise.race([farewell, this.ended, stopped])
  }

  /** How long it was open. */
  age(): number {
    return Date.now() - this.openedAt
  }

  /** Listens on while the next one takes over, then ends. */
  async retire(): Promise<void> {
    await Promise.race([this.ended, pause(retireMs, undefined, { ref: false })])
    await this.close()
  }

  async close(): Promise<void> {
    await Promise.race([this.client.disconnect(), pause(closeMs, undefined, { ref: false })])
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
