/** Who a token is, connections for Socket Mode, installations. */

import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Workspace } from '../workspace.js'
import type { World } from '../world.js'
import { teamOf } from '../world.js'
import { checked, type Method, method, SlackError } from './method.js'

const url = ({ domain }: Workspace) => `https://${domain}.slack.com/`

const open: Method = {
  token: 'app',
  run({ world }) {
    const ticket = randomBytes(12).toString('hex')
    world.tickets.add(ticket)
    return { url: `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}` }
  },
}

const exchanged = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string(),
  redirect_uri: z.string().optional(),
})

const access: Method = {
  token: 'none',
  run({ world }, raw) {
    const args = checked(exchanged, raw)
    const { clientId, clientSecret, scopes } = world.options
    if (args.client_id !== clientId) throw new SlackError('invalid_client_id')
    if (args.client_secret !== clientSecret) throw new SlackError('bad_client_secret')
    const user = world.codes.get(args.code)?.user
    const workspace = redeem(world, args.code, args.redirect_uri ?? null)
    workspace.standing = 'installed'
    return {
      app_id: world.app.id,
      authed_user: { id: user ?? [...workspace.users.keys()][0] },
      scope: scopes.join(','),
      token_type: 'bot',
      access_token: workspace.token,
      bot_user_id: workspace.bot.user,
      team: { id: workspace.id, name: workspace.name },
      enterprise: null,
      is_enterprise_install: false,
    }
  },
}

/** A code is good for one exchange, with the address it was asked for. */
function redeem(world: World, code: string, redirect: string | null): Workspace {
  const granted = world.codes.get(code)
  if (!granted) throw new SlackError('invalid_code')
  if (granted.redirect !== redirect) throw new SlackError('bad_redirect_uri')
  world.codes.delete(code)
  return teamOf(world, granted.team)
}

export const auth: Record<string, Method> = {
  'api.test': { token: 'none', run: (_context, args) => ({ args }) },
  'auth.test': method([], z.object({}), ({ workspace }) => ({
    url: url(workspace),
    team: workspace.name,
    user: workspace.users.get(workspace.bot.user)?.name,
    team_id: workspace.id,
    user_id: workspace.bot.user,
    bot_id: workspace.bot.id,
    is_enterprise_install: false,
  })),
  'team.info': method(['team:read'], z.object({}), ({ workspace }) => ({
    team: {
      id: workspace.id,
      name: workspace.name,
      domain: workspace.domain,
      url: url(workspace),
      email_domain: 'example.com',
    },
  })),
  'apps.connections.open': open,
  'oauth.v2.access': access,
}
