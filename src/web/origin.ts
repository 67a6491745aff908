/** Keeps foreign web pages out: a browser on this machine could otherwise be made to speak to the playground. */
import { createMiddleware } from 'hono/factory'

/** A request that a page of another origin started; programs send no `Origin` and pass. */
export const fromElsewhere = createMiddleware(async (c, next) => {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const foreign = origin !== undefined && hostOf(origin) !== c.req.header('host')
  if (foreign || site === 'cross-site') return c.json({ error: 'requests from other sites are refused' }, 403)
  // A simple form post needs no permission of ours, a JSON one does.
  if (c.req.method === 'POST' && !c.req.header('content-type')?.startsWith('application/json')) {
    return c.json({ error: 'content-type must be application/json' }, 415)
  }
  await next()
})

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
