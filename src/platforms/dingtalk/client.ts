/** The SDK's client, bound to one socket, with the SDK's faults mended. */
import { DWClient, type DWClientDownStream } from 'dingtalk-stream'
import type WebSocket from 'ws'
import type { DingtalkSettings } from './host.js'
import { hostsOf, send } from './http.js'

const handshakeMs = 10_000

/** What is heard, by the name of what is pushed. */
export const topics = {
  '/v1.0/im/bot/messages/get': 'robot',
  '/v1.0/card/instances/callback': 'card',
} as const

/** What the SDK keeps to itself. */
interface Inside {
  socket?: WebSocket
  dw_url: string
  sslopts: object
}

/** The SDK's client without its own reconnects, timers and talk on the console. */
export class Client extends DWClient {
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
