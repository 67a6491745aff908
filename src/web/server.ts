/** What a browser or a program reaches: health, metrics, and the playground when it runs. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { hostsFor, onlyCalled, sameOrigin } from './origin.js'
import { addPage } from './page.js'

export interface WebOptions {
  host: string
  log: Logger
  /** Whether the store answers. */
  ready(): Promise<boolean>
  metrics(): Promise<string>
  /** Routes of chat platforms below their path; each proves for itself who calls. */
  platforms: Readonly<Record<string, Hono>>
  /** Routes of the playground, mounted below `/api/playground` together with its page. */
  playground: Hono | null
}

/** Bytes; more than a file that may be uploaded. */
const maxBody = 8 * 1024 * 1024

export const createWeb = (options: WebOptions): Hono => {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await options.ready()) ? c.text('ready') : c.text('not ready', 503)))
  app.get('/metrics', async (c) =>
    c.text(await options.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }),
  )
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message || 'refused' }, error.status)
    options.log.error({ err: error, path: c.req.path }, 'a request failed')
    return c.json({ error: 'internal error' }, 500)
  })
  for (const [path, routes] of Object.entries(options.platforms)) app.route(path, routes)
  if (options.playground) {
    app.use('*', onlyCalled(hostsFor(options.host)))
    app.use('/api/playground/*', sameOrigin, bodyLimit({ maxSize: maxBody }))
    app.route('/api/playground', options.playground)
    addPage(app)
  }
  return app
}

export interface Listening {
  port: number
  /** Ends open connections, too: event streams never end by themselves. */
  close(): void
}

/** Listens; with port 0 on any free one. @throws Error (EADDRINUSE) when the port is taken */
export const listen = (app: Hono, host: string, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
      const close = () => {
        server.close()
        if ('closeAllConnections' in server) server.closeAllConnections()
      }
      resolve({ port: address.port, close })
    })
    server.once('error', reject)
  })
