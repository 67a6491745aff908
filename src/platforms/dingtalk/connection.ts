/** One connection of Stream mode: the SDK's client, bound to one socket, with the SDK's faults mended. */
import { setTimeout as pause } from 'node:timers/promises'
import { DWClient, type DWClientDownStream } from 'dingtalk-stream'
import type { Logger } from 'pino'
import type WebSocket from 'ws'
import type { Connection } from '../../kit/connected.js'
import type { DingtalkSettings } from './host.js'
import { hostsOf, send } from './http.js'

/** A message or press pushed to us, and how it is answered on the socket that brought it. */
export interface Pushed {
  kind: 'robot' | 'card' | 'event'
  messageId: string
  eventType?: string | undefined
  data: unknown
  /** @param data what DingTalk expects back for this kind */
  ack(data: object): void
}

/** Answers what was pushed; what it throws is not acknowledged, so that it may come again. */
export type Listener = (pushed: Pushed) => Promise<void>

const topics = {
  '/v1.0/im/bot/messages/get': 'robot',
  '/v1.0/card/instances/callback': 'card',
} as const satisfies Record<string, Pushed['kind']>

const handshakeMs = 10_000
/** A dead peer is noticed after two of them unanswered; a machine too busy to look is not dead. */
const pingEveryMs = 5000
const unansweredMost = 2
/** DingTalk closes a connection some ten seconds after it has said so. */
const retireMs = 15_000
/** A press must be answered within two seconds. */
const finishMs = 2500
const closeMs = 1000

/** What the SDK keeps to itself. */
interface Inside {
  socket?: WebSocket
  dw_url: string
  sslopts: object
}

/** The SDK's client without its own reconnects, timers and talk on the console. */
class Client extends DWClient {
  constructor(
    private readonly settings: DingtalkSettings,
    private readonly heard: (frame: DWClientDownStream) => void,
  ) {
    const subscriptions = [
      ...Object.keys(topics).map((topic) => ({ type: 'CALLBACK', topic })),
      { type: 'EVENT', topic: '*' },
    ]
    const own = { autoReconnect: false, keepAlive: false, subscriptions, ua: 'drumbeat' }
    super({ clientId: settings.clientId, clientSecret: settings.clientSecret, ...own })
    this.inside.sslopts = { rejectUnauthorized: true, handshakeTimeout: handshakeMs }
  }

  private get inside(): Inside {
    return this as unknown as Inside
  }

  get webSocket(): WebSocket | undefined {
    return this.inside.socket
  }

  override async getEndpoint(): Promise<this> {
    const { clientId, clientSecret, subscriptions, ua } = this.config
    const url = `${hostsOf(this.settings).api}/v1.0/gateway/connections/open`
    const body = { clientId, clientSecret, subscriptions, ua, localIp: '' }
    const { endpoint, ticket } = await send<{ endpoint: string; ticket: string }>(url, 'POST', body)
    this.inside.dw_url = `${endpoint}?ticket=${encodeURIComponent(ticket)}`
    return this
  }

  /** Resolves when the socket is open. @throws what the gateway or the socket says */
  async open(): Promise<WebSocket> {
    await this.getEndpoint()
    void super._connect().catch(() => undefined)
    const socket = this.webSocket
    if (!socket) throw new Error('there is no socket')
    // The SDK writes to the console there, and nothing else that is needed.
    socket.removeAllListeners('open')
    socket.removeAllListeners('error')
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.on('error', reject)
      socket.once('close', () => reject(new Error('the connection was closed at once')))
    })
    return socket
  }

  override onDownStream(data: string): void {
    try {
      super.onDownStream(String(data))
    } catch {
      // A frame that makes no sense must not end the process, nor the connection.
    }
  }

  override onSystem(frame: DWClientDownStream): void {
    if (frame.headers.topic === 'disconnect') this.emit('farewell')
    else super.onSystem(frame)
  }

  override onEvent(frame: DWClientDownStream): void {
    this.heard(frame)
  }

  override onCallback(frame: DWClientDownStream): void {
    this.heard(frame)
  }

  /** Acknowledges where the frame came from; a socket that has closed meanwhile gets it pushed again. */
  answer(messageId: string, data: object): void {
    if (this.webSocket?.readyState === this.webSocket?.OPEN) this.send(messageId, data)
  }
}

export const createConnection = (settings: DingtalkSettings, listener: Listener, log: Logger): Connection => {
  const handing = new Set<Promise<void>>()
  let openedAt = 0
  const client = new Client(settings, (frame) => {
    const handed = hand(client, frame, listener, log).finally(() => handing.delete(handed))
    handing.add(handed)
  })
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const close = async (): Promise<void> => {
    const socket = client.webSocket
    if (socket === undefined || socket.readyState === socket.CLOSED) return end()
    socket.close()
    const slow = await Promise.race([ended, pause(closeMs, true, { ref: false })])
    if (slow) socket.terminate()
  }
  const finish = async (): Promise<void> => {
    await Promise.race([Promise.all(handing), ended, pause(finishMs, undefined, { ref: false })])
    await close()
  }
  return {
    due: Promise.race([ended, new Promise((resolve) => client.once('farewell', resolve))]),
    async open() {
      try {
        const socket = await client.open()
        openedAt = Date.now()
        socket.once('close', end)
        watch(socket)
      } catch (error) {
        void close()
        throw error
      }
    },
    age: () => Date.now() - openedAt,
    async retire() {
      await Promise.race([ended, pause(retireMs, undefined, { ref: false })])
      await finish()
    },
    finish,
  }
}

/** Ends a socket whose peer is silent. */
const watch = (socket: WebSocket): void => {
  let unanswered = 0
  const heard = () => {
    unanswered = 0
  }
  for (const sign of ['message', 'ping', 'pong'] as const) socket.on(sign, heard)
  const timer = setInterval(() => {
    if (unanswered >= unansweredMost) return socket.terminate()
    unanswered += 1
    socket.ping()
  }, pingEveryMs).unref()
  socket.once('close', () => clearInterval(timer))
}

/** Gives a frame to the listener; what cannot be kept is not acknowledged. */
const hand = async (
  client: Client,
  frame: DWClientDownStream,
  listener: Listener,
  log: Logger,
): Promise<void> => {
  // Anything may come over a socket.
  const { messageId, topic, eventType } = (frame.headers ?? {}) as Partial<DWClientDownStream['headers']>
  const kind = frame.type === 'EVENT' ? 'event' : topics[topic as keyof typeof topics]
  if (!kind || typeof messageId !== 'string') return
  try {
    const data: unknown = JSON.parse(frame.data)
    await listener({ kind, messageId, eventType, data, ack: (answer) => client.answer(messageId, answer) })
  } catch (error) {
    log.error({ err: error, kind }, 'a delivery of DingTalk could not be kept')
  }
}
