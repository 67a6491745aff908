/** An app for tests of the server: calls of the API, and the real SDK with the faults that matter here taken out. */
import { DWClient, type DWClientDownStream } from 'dingtalk-stream'
import { vi } from 'vitest'
import type WebSocket from 'ws'
import { isJson, type Json } from '../slack/json.js'
import { topics } from './gateway/delivery.js'
import type { Dingtalk } from './index.js'

export interface Answer {
  status: number
  body: Json
}

export interface Caller {
  token: string
  /** @param headers replace the usual ones */
  call(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Calls of one app, with an access token that it has asked for. */
export async function caller({ url, options }: Pick<Dingtalk, 'url' | 'options'>): Promise<Caller> {
  const call = async (method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
    const said: unknown = await response.json()
    return { status: response.status, body: isJson(said) ? said : {} }
  }
  const usual = { accept: 'application/json', 'content-type': 'application/json' }
  const app = { appKey: options.clientId, appSecret: options.clientSecret }
  const { body } = await call('POST', '/v1.0/oauth2/accessToken', app, usual)
  const token = String(body.accessToken)
  const signed = { ...usual, 'x-acs-dingtalk-access-token': token }
  return { token, call: (method, path, sent, headers = signed) => call(method, path, sent, headers) }
}

export interface Taken extends DWClientDownStream {
  probe: Probe
  /** What `data` says. */
  said: Json
  /** @param data of the acknowledgement; what a robot message or a press is answered with unless given */
  ack(data?: unknown, code?: number): void
}

/** One connection of the real SDK: its address is ours, its ticket is escaped, and it takes what it can read. */
export class Probe extends DWClient {
  readonly taken: Taken[] = []
  private readonly base: string

  constructor(
    { url, options }: Pick<Dingtalk, 'url' | 'options'>,
    private readonly take: (taken: Taken) => unknown,
  ) {
    super({ clientId: options.clientId, clientSecret: options.clientSecret })
    this.base = url
    Object.assign(this.config, { autoReconnect: false, subscriptions: everything })
  }

  get ws(): WebSocket {
    return (this as unknown as { socket: WebSocket }).socket
  }

  override async getEndpoint(): Promise<this> {
    const { clientId, clientSecret, subscriptions } = this.config
    const response = await fetch(`${this.base}/v1.0/gateway/connections/open`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ clientId, clientSecret, subscriptions, ua: '' }),
    })
    const { endpoint, ticket } = (await response.json()) as { endpoint: string; ticket: string }
    Object.assign(this, { dw_url: `${endpoint}?ticket=${encodeURIComponent(ticket)}` })
    return this
  }

  override onDownStream(data: string): void {
    try {
      super.onDownStream(data)
    } catch {
      // Nothing can be acknowledged of what nobody can read.
    }
  }

  override onCallback(message: DWClientDownStream): void {
    this.handle(message, { response: null })
  }

  override onEvent(message: DWClientDownStream): void {
    this.handle(message, { status: 'SUCCESS', message: '' })
  }

  private handle(message: DWClientDownStream, usual: unknown): void {
    const { messageId } = message.headers
    const ack = (data = usual, code = 200) => {
      const headers = { messageId, contentType: 'application/json' }
      this.ws.send(JSON.stringify({ code, message: 'OK', headers, data: JSON.stringify(data) }))
    }
    const taken = { ...message, probe: this, said: JSON.parse(message.data), ack }
    this.taken.push(taken)
    this.take(taken)
  }
}

const everything = [
  { type: 'CALLBACK', topic: topics.robot },
  { type: 'CALLBACK', topic: topics.card },
  { type: 'EVENT', topic: topics.event },
]

/** How long to wait for something on a machine that is busy. */
export const soon = { timeout: 10_000, interval: 10 }

/** The SDK talks of everything it does; tests look at what happened instead. */
export function muteSdk(): void {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockReturnValue()
}

/** Opens a connection that takes everything with `take`, and acknowledges it unless something else is asked for. */
export async function connect(
  dingtalk: Pick<Dingtalk, 'url' | 'options'>,
  take: (taken: Taken) => unknown = ({ ack }) => ack(),
): Promise<Probe> {
  const probe = new Probe(dingtalk, take)
  await probe.getEndpoint()
  await probe._connect()
  return probe
}
