/** Slack, through Bolt: Socket Mode and HTTP in, the Web API out, in one workspace or in many. */
import { Hono } from 'hono'
import type { Platform, Receive } from '../../kit/platform.js'
import { createApp } from './app.js'
import { createCheck } from './check.js'
import { codeOf } from './errors.js'
import type { Host, SlackSettings } from './host.js'
import { createHttp } from './http.js'
import { createInstallRoutes } from './install.js'
import { createOutbound } from './outbound.js'
import { createPeople } from './people.js'
import { createFetch } from './sent-files.js'
import { createSocket } from './socket.js'
import { clientOptions, createWorkspaces } from './workspaces.js'

const refused = 'Slack does not take SLACK_BOT_TOKEN, or does not answer; `npm run doctor` says more'

/** @returns the platform for the engine, and the routes for the web server, to be mounted below `/slack`. */
export const createSlack = (house: Omit<Host, 'receive'>, settings: SlackSettings) => {
  const host: Host = { ...house, receive: (incoming) => receive(incoming) }
  let receive: Receive = () => {
    throw new Error('Slack has not been started')
  }
  const workspaces = createWorkspaces(host, settings)
  const people = createPeople(host, workspaces)
  const app = createApp(host, settings, workspaces)
  const socket = settings.appToken
    ? createSocket(app, settings.appToken, clientOptions(settings, host.log), host.log)
    : null
  const platform: Platform = {
    name: 'slack',
    ahead: 1,
    ...createOutbound(host, workspaces, people),
    profile: people.profile,
    members: people.members,
    fetch: createFetch(workspaces, settings.apiUrl),
    check: createCheck(host, settings, workspaces, socket),
    async start(given) {
      receive = given
      workspaces.home().catch((error) => host.log.error({ error: codeOf(error) || error.message }, refused))
      socket?.start()
    },
    async stop() {
      await socket?.stop()
    },
  }
  const routes = new Hono()
  if (settings.signingSecret) routes.route('/', createHttp(app, settings.signingSecret, host.log))
  if (workspaces.oauth) routes.route('/', createInstallRoutes(host, workspaces.oauth.installer, settings))
  return { platform, routes }
}

export type { Host, SlackSettings } from './host.js'
