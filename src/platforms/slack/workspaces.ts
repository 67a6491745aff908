/** The workspaces the bot is in: which token speaks there, and who the bot is to its people. */
import { InstallProvider } from '@slack/oauth'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Host, SlackSettings } from './host.js'
import { createInstallations, type Installations, rememberHome } from './installations.js'
import { slackLog } from './log.js'
import { createSeal } from './seal.js'

export interface Workspace {
  id: string
  organisation: string
  web: WebClient
  /** The bot's own user id. */
  bot: string
}

export interface Workspaces {
  /** @throws when the app is not installed there, or Slack does not answer. */
  of(workspace: string): Promise<Workspace>
  /** Whether what comes from a workspace concerns us; asks nobody but the store. */
  serves(workspace: string): Promise<boolean>
  /** The workspace of the single bot token, if there is one. */
  home(): Promise<Workspace | null>
  /** Those that serve an organisation. */
  serving(organisation: string): Promise<Workspace[]>
  installer: InstallProvider | null
  installations: Installations | null
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
  const known = new Map<string, { workspace: Workspace; until: number }>()
  const forget = (id: string) => void known.delete(id)
  const oauth = settings.oauth && {
    ...settings.oauth,
    installationStore: createInstallations(host.prisma, createSeal(settings.oauth.stateSecret), forget),
  }
  const installer = oauth
    ? new InstallProvider({
        ...oauth,
        clientOptions: options,
        logger: slackLog(host.log),
        authorizationUrl: new URL('../oauth/v2/authorize', settings.apiUrl).href,
      })
    : null

  const installed = async (id: string): Promise<Workspace> => {
    if (!installer || !oauth) throw new Error(`no token for the workspace ${id}`)
    const isEnterpriseInstall = id.startsWith('E')
    const { botToken, botUserId } = await installer.authorize({
      isEnterpriseInstall,
      teamId: isEnterpriseInstall ? undefined : id,
      enterpriseId: isEnterpriseInstall ? id : undefined,
    })
    const organisation = await oauth.installationStore.organisationOf(id)
    return { id, organisation, web: new WebClient(botToken, options), bot: botUserId ?? '' }
  }
  let own: Workspace | null = null
  const home = onceDone(async () => {
    own = await homeWorkspace(host, settings.botToken, options)
    return own
  })
  const isInstalled = async (id: string): Promise<boolean> =>
    known.has(id) || (await host.prisma.slackInstallation.count({ where: { workspace: id } })) > 0
  return {
    home,
    installer,
    installations: oauth?.installationStore ?? null,
    async serves(id) {
      // Until Slack has said whose token it is, nothing is known against anybody.
      if (settings.botToken && (own === null || own.id === id)) return true
      return oauth !== undefined && isInstalled(id)
    },
    async of(id) {
      const single = await home()
      if (single?.id === id) return single
      const kept = known.get(id)
      if (kept && kept.until > Date.now()) return kept.workspace
      const workspace = await installed(id)
      known.set(id, { workspace, until: Date.now() + keptMs })
      return workspace
    },
    async serving(organisation) {
      const single = await home()
      const rows = await host.prisma.slackInstallation.findMany({ where: { organisation } })
      const others = oauth ? await Promise.all(rows.map(({ workspace }) => installed(workspace))) : []
      return single && organisation === single.organisation ? [single, ...others] : others
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
  await rememberHome(host.prisma, id)
  return { id, organisation: '', web, bot: user_id ?? '' }
}

/** Asks once and keeps the answer; a failure is forgotten, and whoever asks next asks anew. */
const onceDone = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= ask().catch((error) => {
      asked = null
      throw error
    })
    return asked
  }
}
