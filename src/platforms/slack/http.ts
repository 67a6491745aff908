/** Slack over HTTP: signed requests become Bolt's events, and its acknowledgement their answer. */
import type { App } from '@slack/bolt'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { ReplayedRequest } from './inbound.js'
import { isSigned, rememberSignatures } from './signature.js'

const maxBody = 1024 * 1024

export const createHttp = (app: App, signingSecret: string, log: Logger): Hono => {
  const heardBefore = rememberSignatures()
  const routes = new Hono()
  routes.post('/events', bodyLimit({ maxSize: maxBody }), async (c) => {
    const raw = await c.req.text()
    const type = typeOf(c)
    if (type === form && new URLSearchParams(raw).has('ssl_check')) return c.text('')
    const signed = {
      body: raw,
      timestamp: c.req.header('x-slack-request-timestamp') ?? '',
      signature: c.req.header('x-slack-signature') ?? '',
    }
    if (!isSigned(signed, signingSecret, Date.now())) return c.text('', 401)
    const replayed = heardBefore(signed.signature, Date.now())
    if (type !== json && type !== form) return c.text('', 415)
    const body = bodyOf(type, raw)
    if (!body) return c.text('', 400)
    // Slack repeats events and says so: in the same second a repetition has the same signature.
    const retry = body.type === 'event_callback' ? c.req.header('x-slack-retry-num') : undefined
    if (replayed && retry === undefined) return c.text('', 401)
    if (body.type === 'url_verification') return c.json({ challenge: body.challenge })
    return answered(c, app, body, retry, log)
  })
  return routes
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const typeOf = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

type Body = Record<string, unknown>

/** JSON for events; a form for commands, and a form around JSON for what is pressed and sent. */
const bodyOf = (type: string, raw: string): Body | null => {
  try {
    const fields = type === json ? { payload: raw } : Object.fromEntries(new URLSearchParams(raw))
    if (fields.payload === undefined) return fields
    const body = JSON.parse(fields.payload) as unknown
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : null
  } catch {
    return null
  }
}

const answered = (c: Context, app: App, body: Body, retry: string | undefined, log: Logger) =>
  new Promise<Response>((resolve) => {
    const isEvent = body.type === 'event_callback'
    // Bolt acknowledges events before they are heard; here they are when they are kept.
    const ack = async (answer?: unknown): Promise<void> => {
      if (!isEvent) resolve(typeof answer === 'object' && answer ? c.json(answer) : c.text(''))
    }
    const told = { once: retry === undefined }
    const event = { body, ack, customProperties: told, ...(retry ? { retryNum: Number(retry) } : {}) }
    app.processEvent(event).then(
      () => resolve(c.text('')),
      (error) => {
        if (!isReplay(error)) log.error({ err: error }, 'a request of Slack could not be kept')
        resolve(c.text('', isReplay(error) ? 401 : 500))
      },
    )
  })

const isReplay = (error: unknown): boolean =>
  error instanceof ReplayedRequest || (error as { original?: unknown }).original instanceof ReplayedRequest
