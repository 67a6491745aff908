/** Keeps foreign web pages out: a browser on this machine could otherwise be made to speak to the playground. */
import type { MiddlewareHandler } from 'hono'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Names under which a server that only this machine reaches may be called; null: any. */
export const hostsFor = (host: string): readonly string[] | null =>
  [...loopback, '::1'].includes(host) || host.startsWith('127.') ? [...loopback, host] : null

const nameOf = (hostAndPort: string): string => hostAndPort.replace(/:\d+$/, '').toLowerCase()

/** Refuses calls under a foreign name: a page may point its own name at this machine (DNS rebinding). */
export const onlyCalled = (hosts: readonly string[] | null): MiddlewareHandler => {
  return async (c, next) => {
    if (hosts === null || hosts.includes(nameOf(c.req.header('host') ?? ''))) return next()
    return c.json({ error: 'this server is not called so' }, 403)
  }
}

/** Refuses what a page of another origin started; programs send no `Origin` and pass. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const foreign = origin !== undefined && hostOf(origin) !== c.req.header('host')
  if (foreign || c.req.header('sec-fetch-site') === 'cross-site') {
    return c.json({ error: 'requests from other sites are refused' }, 403)
  }
  // A simple form post needs no permission of ours, a JSON one does.
  if (c.req.method === 'POST' && !c.req.header('content-type')?.startsWith('application/json')) {
    return c.json({ error: 'content-type must be application/json' }, 415)
  }
  return next()
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
