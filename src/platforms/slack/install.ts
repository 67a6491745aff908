/** Installing the app in a workspace: Slack's consent page and the way back. */
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { InstallProvider } from '@slack/oauth'
import { Hono } from 'hono'
import { scopes } from './scopes.js'

export const createInstallRoutes = (installer: InstallProvider): Hono<{ Bindings: HttpBindings }> => {
  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.get('/install', async (c) => {
    await installer.handleInstallPath(c.env.incoming, c.env.outgoing, undefined, {
      scopes: Object.keys(scopes),
    })
    return RESPONSE_ALREADY_SENT
  })
  routes.get('/oauth_redirect', async (c) => {
    await installer.handleCallback(c.env.incoming, c.env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  return routes
}
