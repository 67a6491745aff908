/** The playground over HTTP: JSON for programs and pages, and an event stream of what happens. */

import type { Context as Request } from 'hono'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { z } from 'zod'
import { isLanguage } from '../../kit/translate.js'
import { BadRequest } from './bad-request.js'
import { addChannel, messagesIn } from './chat.js'
import type { PlaygroundClock } from './clock.js'
import { completions } from './complete.js'
import { fileFor } from './files.js'
import type { Host } from './host.js'
import { collect, type Hub } from './hub.js'
import type { Inbound } from './inbound.js'
import * as requests from './requests.js'
import { channelCalled, channelFor, gallery, personCalled, stateOf, targetOf, upcomingFor } from './state.js'
import type { TimeMachine } from './time-machine.js'
import { keepUpload } from './uploads.js'

interface Parts {
  host: Host
  clock: PlaygroundClock
  hub: Hub
  inbound: Inbound
  machine: TimeMachine
}

const bodyOf = async <S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> =>
  checked(schema, await request.req.json().catch(() => undefined))

const queryOf = <S extends z.ZodType>(request: Request, schema: S): z.output<S> =>
  checked(schema, request.req.query())

const checked = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const body = schema.safeParse(value)
  if (body.success) return body.data
  const [issue] = body.error.issues
  throw new BadRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not JSON'}`)
}

const languageIn = (request: Request, host: Host) => {
  const asked = request.req.query('language') ?? ''
  return isLanguage(asked) ? asked : host.defaults.language
}

/** All routes below `/api/playground`. */
export const createRoutes = (parts: Parts): Hono => {
  const app = new Hono()
  app.onError((error, request) => {
    if (error instanceof BadRequest) return request.json({ error: error.message }, error.status)
    throw error
  })
  addReading(app, parts)
  addDeeds(app, parts)
  addEvents(app, parts)
  return app
}

const addReading = (app: Hono, { host, clock }: Parts): void => {
  app.get('/state', async (c) => c.json(await stateOf(host, clock, languageIn(c, host))))
  app.get('/messages', async (c) => {
    const { channel, as, before } = queryOf(c, requests.messages)
    const person = as === undefined ? null : await personCalled(host, as)
    const where =
      person === null ? await channelCalled(host, channel) : await channelFor(host, channel, person)
    return c.json(await messagesIn(host.prisma, where, person, before))
  })
  app.get('/file', async (c) => {
    const { message, as, name } = queryOf(c, requests.file)
    const asked = { message, name, language: languageIn(c, host) }
    const { data, type } = await fileFor(host, await personCalled(host, as), asked)
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
    return c.body(new Uint8Array(data), 200, { 'Content-Type': type, 'Content-Disposition': disposition })
  })
  app.get('/upcoming', async (c) => c.json(await upcomingFor(host, queryOf(c, requests.who).as)))
  app.get('/complete', async (c) => c.json(await completions(host, queryOf(c, requests.complete))))
  app.get('/gallery', (c) => c.json(gallery(host, languageIn(c, host))))
  app.get('/words', (c) => c.json(host.words(languageIn(c, host), 'playground.')))
}

const addDeeds = (app: Hono, { host, clock, hub, inbound, machine }: Parts): void => {
  app.post('/say', async (c) => {
    const { as, channel, text, files, delivery } = await bodyOf(c, requests.say)
    const person = await personCalled(host, as)
    const said = { text, files }
    return c.json(await inbound.say(person, await channelFor(host, channel, person), said, delivery))
  })
  app.put('/upload', async (c) => {
    const { as, name } = queryOf(c, requests.upload)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const type = c.req.header('content-type')?.slice(0, 100) ?? null
    return c.json({ id: await keepUpload(host.prisma, await personCalled(host, as), { name, type, bytes }) })
  })
  app.post('/press', async (c) => {
    const { as, message, button, delivery } = await bodyOf(c, requests.press)
    return c.json(await inbound.press(await personCalled(host, as), message, button, delivery))
  })
  app.post('/submit', async (c) => {
    const { as, form, values, delivery } = await bodyOf(c, requests.submit)
    return c.json(await inbound.submit(await personCalled(host, as), form, values, delivery))
  })
  app.post('/clock', async (c) => {
    const asked = await bodyOf(c, requests.clock)
    const person = asked.as === undefined ? null : await personCalled(host, asked.as)
    const { result: ran, messages } = await collect(hub, person, () =>
      machine.moveTo(() => targetOf(host, clock, asked)),
    )
    return c.json({ now: clock.now().toISOString(), ran, messages })
  })
  app.post('/channels', async (c) => {
    const channel = await addChannel(host.prisma, (await bodyOf(c, requests.newChannel)).name, clock.now())
    hub.tell('people', {})
    return c.json(channel)
  })
}

/** A line now and then keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000

const addEvents = (app: Hono, { hub }: Parts): void => {
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const stop = hub.listen((event, news) => void stream.writeSSE({ event, data: JSON.stringify(news) }))
      stream.onAbort(stop)
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'heartbeat', data: '' })
        await stream.sleep(heartbeatMs)
      }
    }),
  )
}
