/** Installing the app in a workspace: on to Slack's consent page, the way back, and what came of it. */
import { ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import type { InstallProvider } from '@slack/oauth'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Translate } from '../../kit/translate.js'
import type { Host, SlackSettings } from './host.js'
import { type Page, pageOf, type Result, resultPage } from './install.pages.js'
import { languageOf } from './people.js'
import { scopes } from './scopes.js'

type Env = { Bindings: HttpBindings }

export const createInstallRoutes = (
  host: Host,
  installer: InstallProvider,
  { apiUrl }: SlackSettings,
): Hono<Env> => {
  const routes = new Hono<Env>()
  const wordsFor = (c: Context): Translate =>
    host.translator(languageOf(c.req.header('accept-language')?.split(/[,;]/)[0]) ?? host.defaults.language)
  const shown = (c: Context, { html, status }: Page, headers: Record<string, string>) =>
    c.html(html, status, headers)

  for (const path of ['/install', '/oauth_redirect']) routes.use(path, headers, unstored)
  routes.get('/install', async (c) => {
    const res = new ServerResponse(c.env.incoming)
    await installer.handleInstallPath(c.env.incoming, res, undefined, { scopes: Object.keys(scopes) })
    const location = String(res.getHeader('location'))
    const t = wordsFor(c)
    const page = pageOf(t('slack.install.go'), [], { text: t('slack.install.link'), to: location }, 302)
    return shown(c, page, { location, ...cookieOf(res) })
  })
  routes.get('/oauth_redirect', async (c) => {
    const res = new ServerResponse(c.env.incoming)
    const result = await new Promise<Result>((resolve, reject) => {
      const success = (installation: Extract<Result, { installation: unknown }>['installation']) =>
        resolve({ installation })
      const failure = (error: Error) => resolve({ error })
      installer.handleCallback(c.env.incoming, res, { success, failure }).catch(reject)
    })
    return shown(c, resultPage(wordsFor(c), apiUrl, result), cookieOf(res))
  })
  return routes
}

/** The SDK's cookie is not sent along with what other sites start, except for links: Slack's way back is one. */
const cookieOf = (res: ServerResponse): Record<string, string> => {
  const cookie = res.getHeader('set-cookie')
  return cookie === undefined ? {} : { 'set-cookie': `${cookie}; SameSite=Lax` }
}

/** The pages load nothing, stand in no frame, and their addresses, which carry codes, go nowhere. */
const headers = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
})

const unstored: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}
