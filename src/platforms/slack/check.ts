/** What is wrong with Slack's set-up, each thing with its name; `doctor` says it with its cure. */
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Finding } from '../../kit/finding.js'
import { codeOf } from './errors.js'
import type { Host, SlackSettings } from './host.js'
import { unscoped } from './ids.js'
import { scopes } from './scopes.js'
import type { Socket } from './socket.js'
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
  (host: Host, settings: SlackSettings, workspaces: Workspaces, socket: Socket | null): Check =>
  async (organisation, channels) => {
    const found = [
      ...(await clock(settings)),
      ...(await socketMode(settings, clientOptions(settings, host.log), socket)),
    ]
    try {
      for (const workspace of await workspaces.serving(organisation)) {
        const here = channels.filter((channel) => unscoped(channel).workspace === workspace.id)
        found.push(...(await access(workspace)), ...(await reach(workspace, here)))
      }
    } catch (error) {
      found.push(unreachable(error))
    }
    return found
  }

const unreachable = (error: unknown): Finding =>
  codeOf(error)
    ? finding('slackAccess', 'bad', { error: codeOf(error) })
    : finding('slackUnreachable', 'bad', { error: messageOf(error) })

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

/** Each channel that campaigns use can be written to. */
const reach = async ({ web }: Workspace, channels: readonly string[]): Promise<Finding[]> => {
  const found: Finding[] = []
  for (const scopedId of channels) {
    const { id } = unscoped(scopedId)
    try {
      const { channel } = await web.conversations.info({ channel: id })
      const name = `#${channel?.name ?? id}`
      if (channel?.is_archived) found.push(finding('slackChannelArchived', 'bad', { channel: name }))
      else if (!channel?.is_member) found.push(finding('slackNotInChannel', 'bad', { channel: name }))
    } catch (error) {
      if (!codeOf(error)) throw error
      if (codeOf(error) === 'channel_not_found')
        found.push(finding('slackChannelMissing', 'bad', { channel: id }))
    }
  }
  return found
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
  socket: Socket | null,
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
