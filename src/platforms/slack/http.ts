/** Slack over HTTP: signed requests become Bolt's events, and its acknowledgement their answer. */
import type { App } from '@slack/bolt'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { ReplayedRequest } from './inbound.js'
import { createMemory, isSigned } from './signature.js'

const maxBody = 1024 * 1024

export const createHttp = (app: App, signingSecret: string, log: Logger): Hono => {
  const heardBefore = createMemory()
  const routes = new Hono()
  routes.post('/events', bodyLimit({ maxSize: maxBody }), async (c) => {
    const raw = await c.req.text()
    const signed = {
      body: raw,
      timestamp: c.req.header('x-slack-request-timestamp') ?? '',
      signature: c.req.header('x-slack-signature') ?? '',
    }
    const retry = c.req.header('x-slack-retry-num')
    if (!isSigned(signed, signingSecret, Date.now())) return c.text('', 401)
    // Slack's own repetition may carry the same second and so the same signature; it says that it is one.
    if (heardBefore(signed.signature, Date.now()) && retry === undefined) return c.text('', 401)
    const body = bodyOf(c, raw)
    if (!body) return c.text('', 400)
    if (body.ssl_check) return c.text('')
    if (body.type === 'url_verification') return c.json({ challenge: body.challenge })
    return answered(c, app, body, retry, log)
  })
  return routes
}

type Body = Record<string, unknown>

/** JSON for events; a form for commands, and a form around JSON for what is pressed and sent. */
const bodyOf = (c: Context, raw: string): Body | null => {
  try {
    if (c.req.header('content-type')?.startsWith('application/json')) return JSON.parse(raw) as Body
    const form = Object.fromEntries(new URLSearchParams(raw))
    return form.payload ? (JSON.parse(form.payload) as Body) : form
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
