/** Deliveries as signed HTTP requests to the app's own address, honest or tampered with. */
import { createHmac } from 'node:crypto'
import type { Json } from './json.js'
import { fromText, isJson } from './json.js'
import { type Again, type Answer, type Delivery, said, type Transport } from './transport.js'
import type { World } from './world.js'

/** What is wrong with a request on purpose. */
export interface Tamper {
  signature?: 'wrong' | 'missing'
  /** Seconds from now, e.g. -360, or no timestamp at all. */
  timestamp?: number | 'missing'
  /** Changes the body after it was signed. */
  body?: (signed: string) => string
  contentType?: string
}

export interface SignedHttp extends Transport {
  /** Asks the app to repeat a challenge. */
  urlVerification(challenge?: string): Promise<Answer>
  /** Slack's own check of the certificate, which carries no signature. */
  sslCheck(): Promise<Answer>
}

interface Signed {
  headers: Record<string, string>
  body: string
}

/** @param url where the app takes requests */
export function createSignedHttp(world: World, url: string, tamper: Tamper = {}): SignedHttp {
  const sign = (body: string, contentType: string, retry?: Again['retry']): Signed => {
    const moved = typeof tamper.timestamp === 'number' ? tamper.timestamp : 0
    const at = String(Math.floor(world.clock.now() / 1000) + moved)
    const hash = createHmac('sha256', world.options.signingSecret).update(`v0:${at}:${body}`).digest('hex')
    const signature = tamper.signature === 'wrong' ? hash.replace(/^./, (c) => (c === '0' ? '1' : '0')) : hash
    return {
      body: tamper.body?.(body) ?? body,
      headers: {
        'content-type': tamper.contentType ?? contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...(tamper.timestamp !== 'missing' && { 'x-slack-request-timestamp': at }),
        ...(tamper.signature !== 'missing' && { 'x-slack-signature': `v0=${signature}` }),
        ...(retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
      },
    }
  }

  const post = async (
    body: string,
    contentType: string,
    signed = sign(body, contentType),
  ): Promise<Answer> => {
    const from = performance.now()
    const again = ({ retry, identical }: Again = {}) =>
      post(body, contentType, identical ? signed : sign(body, contentType, retry))
    try {
      const signal = AbortSignal.timeout(world.options.patience)
      const response = await fetch(url, { method: 'POST', redirect: 'manual', signal, ...signed })
      const text = await response.text()
      return { ...read(response, text), ms: performance.now() - from, again }
    } catch (error) {
      const failure =
        error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'connection_failed'
      return { ok: false, ms: performance.now() - from, payload: null, failure, again }
    }
  }

  return {
    deliver: (delivery) => post(bodyOf(delivery), typeOf(delivery)),
    urlVerification: (challenge = 'challenge') =>
      post(
        JSON.stringify({ token: world.app.verification, challenge, type: 'url_verification' }),
        'application/json',
      ),
    sslCheck() {
      const body = new URLSearchParams({ ssl_check: '1', token: world.app.verification }).toString()
      return post(body, form, { body, headers: { 'content-type': form } })
    },
  }
}

const form = 'application/x-www-form-urlencoded'

const typeOf = ({ type }: Delivery) => (type === 'events_api' ? 'application/json' : form)

function bodyOf({ type, payload }: Delivery): string {
  if (type === 'events_api') return JSON.stringify(payload)
  const fields =
    type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>)
  return new URLSearchParams(fields).toString()
}

function read(response: Response, body: string): Omit<Answer, 'ms' | 'again'> {
  const parsed = fromText(body)
  const payload: Json | null = isJson(parsed) ? said(parsed) : body ? { text: body } : null
  const failure = response.status === 200 ? {} : { failure: `http_${response.status}` }
  return { ok: response.status === 200, status: response.status, body, payload, ...failure }
}
