/** What a browser or a program reaches: health, metrics, and the playground when it runs. */
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { fromElsewhere } from './origin.js'
import { addPage } from './page.js'

export interface WebOptions {
  host: string
  port: number
  log: Logger
  /** Whether the store answers. */
  ready(): Promise<boolean>
  metrics(): Promise<string>
  /** Routes of the playground, mounted below `/api/playground` together with its page. */
  playground?: Hono
}

const maxBody = 256 * 1024

export const createWeb = (options: WebOptions): Hono => {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await options.ready()) ? c.text('ready') : c.text('not ready', 503)))
  app.get('/metrics', async (c) =>
    c.text(await options.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }),
  )
  app.onError((error, c) => {
    options.log.error({ err: error, path: c.req.path }, 'a request failed')
    return c.json({ error: 'internal error' }, 500)
  })
  if (options.playground) {
    app.use('/api/playground/*', fromElsewhere, bodyLimit({ maxSize: maxBody }))
    app.route('/api/playground', options.playground)
    addPage(app)
  }
  return app
}

/** Listens. @throws Error (EADDRINUSE) when the port is taken. */
export const listen = (app: Hono, { host, port }: Pick<WebOptions, 'host' | 'port'>): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server))
    server.once('error', reject)
  })
