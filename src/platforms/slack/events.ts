/** What Slack tells of people, channels and installations. */
import type { App } from '@slack/bolt'
import type { Host } from './host.js'
import { scoped } from './ids.js'
import { workspaceIn } from './inbound.js'
import { queryFor } from './installations.js'
import { profileOf, type SlackUser } from './people.js'
import type { Workspaces } from './workspaces.js'

type Heard = Parameters<typeof workspaceIn>[0] & { body: { event_time: number } }

/** Slack tells whole seconds. */
const withinMs = 1000

export const listenToNews = (app: App, host: Host, workspaces: Workspaces): void => {
  /** Only of people we know: the others introduce themselves with their first word. */
  app.event('user_change', async (heard) => {
    const user = heard.event.user as SlackUser
    const account = scoped(workspaceIn(heard), user.id ?? '')
    const where = { platform_account: { platform: 'slack', account } }
    if (!(await host.prisma.account.findUnique({ where }))) return
    const profile = profileOf(user, await workspaces.of(workspaceIn(heard)))
    if (profile) await host.admit(profile)
  })

  const back = (workspace: string, channel: string): Promise<void> =>
    host.revive({ platform: 'slack', channel: scoped(workspace, channel) })
  app.event('member_joined_channel', async (heard) => {
    const { user, channel } = heard.event
    const { bot } = await workspaces.of(workspaceIn(heard))
    if (user === bot) await back(workspaceIn(heard), channel)
  })
  app.event('channel_unarchive', (heard) => back(workspaceIn(heard), heard.event.channel))
  app.event('group_unarchive', (heard) => back(workspaceIn(heard), heard.event.channel))

  /** Slack may tell late: the app may have been installed again since. */
  const gone = async (heard: Heard): Promise<void> => {
    const workspace = workspaceIn(heard)
    const kept = await host.prisma.slackInstallation.findUnique({ where: { workspace } })
    if (kept && kept.installedAt.getTime() > heard.body.event_time * 1000 + withinMs) return
    await workspaces.oauth?.installations.deleteInstallation(queryFor(workspace))
    host.log.warn({ workspace }, 'the app was removed from a Slack workspace')
  }
  app.event('app_uninstalled', gone)
  app.event('tokens_revoked', async (heard) => {
    if ((heard.event.tokens.bot ?? []).length > 0) await gone(heard)
  })
}
