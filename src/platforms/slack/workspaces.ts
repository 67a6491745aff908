/** The workspaces the bot is in: which token speaks there, and who the bot is to its people. */
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { createMemory, onceDone } from '../../kit/remember.js'
import { withoutAccess } from './errors.js'
import type { Host, SlackSettings } from './host.js'
import { slackLog } from './log.js'
import { createOauth, type Oauth } from './oauth.js'
import { settleHome } from './organisation.js'

export interface Workspace {
  id: string
  organisation: string
  web: WebClient
  /** The bot's own user id. */
  bot: string
  /** Who installed the app there, where Slack has told it. */
  installer?: string
}

export interface Workspaces {
  /** @throws DeliveryError when the app is not installed there, or its tokens cannot be opened; else what Slack says. */
  of(workspace: string): Promise<Workspace>
  /** Whether what comes from a workspace concerns us; asks nobody but the store. */
  serves(workspace: string): Promise<boolean>
  /** The workspace of the single bot token, if there is one. */
  home(): Promise<Workspace | null>
  /** Those that serve an organisation; the bot token's is known only once Slack has taken the token. */
  serving(organisation: string): Promise<string[]>
  oauth: Oauth | null
}

/** One try each: the outbox knows better when to repeat, and what must be looked for before. */
export const clientOptions = ({ apiUrl }: SlackSettings, log: Host['log']): WebClientOptions => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
  logger: slackLog(log),
})

/** A token that was renewed is noticed after this long at the latest. */
const keptMs = 60_000

export const createWorkspaces = (host: Host, settings: SlackSettings): Workspaces => {
  const options = clientOptions(settings, host.log)
  const known = createMemory<Workspace>(keptMs)
  let own: Workspace | null = null
  const home = onceDone(async () => {
    own = await homeWorkspace(host, settings.botToken, options)
    return own
  })
  const settled = () => home().catch(() => null)
  const oauth = createOauth(host, settings, options, { settled, changed: known.forget })
  const isInstalled = async (id: string): Promise<boolean> =>
    known.has(id) || (await host.prisma.slackInstallation.count({ where: { workspace: id } })) > 0
  return {
    home,
    oauth,
    async serves(id) {
      // Until Slack has said whose token it is, nothing is known against anybody.
      if (settings.botToken && (own === null || own.id === id)) return true
      return oauth !== null && isInstalled(id)
    },
    async of(id) {
      if (own?.id === id) return own
      // In this order: a bot token that Slack refuses is no trouble of other workspaces.
      if (oauth && (await isInstalled(id))) return known.recall(id, () => oauth.workspace(id))
      const single = await home()
      if (single?.id !== id) throw withoutAccess('not_installed')
      return single
    },
    async serving(organisation) {
      const single = await settled()
      const rows = oauth ? await host.prisma.slackInstallation.findMany({ where: { organisation } }) : []
      const ids = rows.map(({ workspace }) => workspace)
      return [...new Set(single?.organisation === organisation ? [single.id, ...ids] : ids)]
    },
  }
}

const homeWorkspace = async (
  host: Host,
  token: string | undefined,
  options: WebClientOptions,
): Promise<Workspace | null> => {
  if (!token) return null
  const web = new WebClient(token, options)
  const { team_id: team, enterprise_id: enterprise, is_enterprise_install, user_id } = await web.auth.test()
  const id = (is_enterprise_install ? enterprise : team) ?? ''
  const organisation = await settleHome(host.prisma, id)
  if (organisation !== '') {
    host.log.warn(
      { workspace: id },
      'the bot token is of another workspace than before: it has people of its own',
    )
  }
  return { id, organisation, web, bot: user_id ?? '' }
}
