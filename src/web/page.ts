/** Serves the playground's page: sources as they are, compiled modules, and the view library from the package. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const root = new URL('../../', import.meta.url)
const folder = (path: string): string => fileURLToPath(new URL(path, root))
const sources = folder('src/platforms/playground/page')
const compiled = folder('dist/platforms/playground/page')
const preact = fileURLToPath(new URL('../', import.meta.resolve('preact')))

/** The page's only inline script is its import map: its hash is what the content policy allows. */
const importMapHash = (html: string): string => {
  const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  return `'sha256-${createHash('sha256').update(map).digest('base64')}'`
}

const from = (base: string, prefix: string) =>
  serveStatic({ root: base, rewriteRequestPath: (path) => path.slice(prefix.length) })

export const addPage = (app: Hono): void => {
  const html = readFileSync(`${sources}/index.html`, 'utf8')
  const self = ["'self'"]
  const policy = {
    defaultSrc: self,
    scriptSrc: [...self, importMapHash(html)],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
  }
  const headers = secureHeaders({ contentSecurityPolicy: policy, xFrameOptions: 'DENY' })
  app.get('/', headers, (c) => c.html(html))
  app.use('/page/*.js', from(compiled, '/page'))
  app.use(
    '/page/*',
    async (c, next) => (/\.(css|svg)$/.test(c.req.path) ? next() : c.notFound()),
    from(sources, '/page'),
  )
  app.use('/vendor/preact/*', from(preact, '/vendor/preact'))
}
