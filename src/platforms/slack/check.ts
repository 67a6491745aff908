/** What is wrong with Slack's set-up, each thing with its name; `doctor` says it with its cure. */
import { WebAPIRateLimitedError, WebClient, type WebClientOptions } from '@slack/web-api'
import type { Connected } from '../../kit/connected.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Finding } from '../../kit/finding.js'
import { codeOf } from './errors.js'
import type { Host, SlackSettings } from './host.js'
import { unscoped } from './ids.js'
import { homeOf } from './organisation.js'
import { scopes } from './scopes.js'
import { clientOptions, type Workspace, type Workspaces } from './workspaces.js'

type Check = (organisation: string, channels: readonly string[]) => Promise<Finding[]>

const finding = (what: string, level: Finding['level'], params: Finding['params'] = {}): Finding => ({
  area: 'slack',
  what,
  level,
  params,
})
const messageOf = (error: unknown): string => codeOf(error) || (error as Error).message

export const createCheck =
  (host: Host, settings: SlackSettings, workspaces: Workspaces, socket: Connected | null): Check =>
  async (organisation, channels) => {
    const found = [
      ...(await clock(settings)),
      ...(await socketMode(settings, clientOptions(settings, host.log), socket)),
    ]
    const ids = await workspaces.serving(organisation)
    if (ids.length === 0) found.push(...(await absence(host, workspaces, organisation)))
    for (const id of ids) {
      const here = channels.filter((channel) => unscoped(channel).workspace === id)
      found.push(...(await inWorkspace(workspaces, id, here)))
    }
    return found
  }

/** Why no workspace serves an organisation. */
const absence = async (host: Host, workspaces: Workspaces, organisation: string): Promise<Finding[]> => {
  try {
    await workspaces.home()
  } catch (error) {
    return [refusal(error, null)]
  }
  const workspace = organisation || (await homeOf(host.prisma))
  if (workspace) return [finding('slackNotInstalled', 'bad', { workspace })]
  const installed = await host.prisma.slackInstallation.count()
  return installed > 0 ? [] : [finding('slackInstallNowhere', 'warn')]
}

/** @param workspace where its people install the app themselves; null for that of the bot token */
const refusal = (error: unknown, workspace: string | null): Finding => {
  if (error instanceof DeliveryError && error.detail === 'other_secret') {
    return finding('slackSealed', 'bad', { workspace: workspace ?? '' })
  }
  if (error instanceof WebAPIRateLimitedError) return finding('checkFailed', 'warn', { error: error.message })
  if (!codeOf(error)) return finding('slackUnreachable', 'bad', { error: messageOf(error) })
  return workspace === null
    ? finding('slackAccess', 'bad', { error: codeOf(error) })
    : finding('slackInstallRefused', 'bad', { workspace, error: codeOf(error) })
}

const inWorkspace = async (
  workspaces: Workspaces,
  id: string,
  channels: readonly string[],
): Promise<Finding[]> => {
  const found: Finding[] = []
  try {
    const workspace = await workspaces.of(id)
    found.push(...(await access(workspace)))
    for (const channel of channels) found.push(...(await reach(workspace, unscoped(channel).id)))
  } catch (error) {
    const home = await workspaces.home().catch(() => null)
    found.push(refusal(error, home?.id === id ? null : id))
  }
  return found
}

/** The token is good, and carries every permission. */
const access = async ({ web }: Workspace): Promise<Finding[]> => {
  const { team = '', user = '', response_metadata } = await web.auth.test()
  const granted = response_metadata?.scopes ?? []
  const missing = granted.length === 0 ? [] : Object.keys(scopes).filter((scope) => !granted.includes(scope))
  return [
    finding('slackOk', 'good', { team, bot: user }),
    ...missing.map((scope) => finding('slackScope', 'bad', { scope })),
  ]
}

/** A channel that campaigns use can be written to. */
const reach = async ({ web }: Workspace, id: string): Promise<Finding[]> => {
  try {
    const { channel } = await web.conversations.info({ channel: id })
    const named = { channel: `#${channel?.name ?? id}` }
    if (channel?.is_archived) return [finding('slackChannelArchived', 'bad', named)]
    return channel?.is_member ? [] : [finding('slackNotInChannel', 'bad', named)]
  } catch (error) {
    if (codeOf(error) === 'channel_not_found') return [finding('slackChannelMissing', 'bad', { channel: id })]
    // A permission that is missing here has been named already.
    if (codeOf(error) === 'missing_scope') return []
    throw error
  }
}

const tolerableSeconds = 60
const refusedSeconds = 300

/** Signatures of Slack carry its time: a clock that differs by five minutes refuses them all. */
const clock = async ({ apiUrl }: SlackSettings): Promise<Finding[]> => {
  try {
    const before = Date.now()
    const answer = await fetch(new URL('api.test', apiUrl), {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
    })
    const theirs = Date.parse(answer.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return []
    const seconds = Math.round(((before + Date.now()) / 2 - theirs) / 1000)
    if (Math.abs(seconds) <= tolerableSeconds) return []
    return [finding('slackClock', Math.abs(seconds) > refusedSeconds ? 'bad' : 'warn', { seconds })]
  } catch (error) {
    return [finding('slackUnreachable', 'bad', { error: messageOf(error) })]
  }
}

/** The app-level token opens connections, and they are open. */
const socketMode = async (
  { appToken }: SlackSettings,
  options: WebClientOptions,
  socket: Connected | null,
): Promise<Finding[]> => {
  if (!appToken || !socket) return []
  const { open, wanted } = socket.state()
  if (open >= wanted) return [finding('slackSocket', 'good', { open, wanted })]
  try {
    await new WebClient(appToken, options).apps.connections.open({})
    return open > 0 ? [finding('slackSocket', 'warn', { open, wanted })] : []
  } catch (error) {
    return [
      finding(codeOf(error) ? 'slackAppAccess' : 'slackUnreachable', 'bad', { error: messageOf(error) }),
    ]
  }
}
