/** Installation in several workspaces: Bolt's installer over our store, and the tokens it keeps there. */
import { InstallProvider } from '@slack/oauth'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Host, SlackSettings } from './host.js'
import { createInstallations, type Installations, queryFor } from './installations.js'
import { slackLog } from './log.js'
import { organisationOf } from './organisation.js'
import { createSeal } from './seal.js'
import type { Workspace } from './workspaces.js'

export interface Oauth {
  installer: InstallProvider
  installations: Installations
  /** @throws DeliveryError when the app is not installed there, or its tokens cannot be opened. */
  workspace(id: string): Promise<Workspace>
}

interface Around {
  /** Resolves when it is known which workspace is the house's own: others are not. */
  settled(): Promise<unknown>
  /** Told of a workspace whose tokens are others now, or gone. */
  changed(workspace: string): void
}

export const createOauth = (
  host: Host,
  settings: SlackSettings,
  clientOptions: WebClientOptions,
  { settled, changed }: Around,
): Oauth | null => {
  if (!settings.oauth) return null
  const installations = createInstallations(host.prisma, createSeal(settings.oauth.stateSecret), {
    installing: settled,
    async installed(workspace) {
      changed(workspace)
      await host.hasten(workspace)
    },
    removed: changed,
  })
  const installer = new InstallProvider({
    ...settings.oauth,
    installationStore: installations,
    clientOptions,
    // Straight on to Slack's page; ours are drawn by the routes.
    directInstall: true,
    logger: slackLog(host.log),
    authorizationUrl: new URL('../oauth/v2/authorize', settings.apiUrl).href,
  })
  const workspace = async (id: string): Promise<Workspace> => {
    // The installer hides why there is no token, so the store is asked first.
    const { user } = await installations.fetchInstallation(queryFor(id))
    const { botToken, botUserId } = await installer.authorize(queryFor(id))
    const organisation = await organisationOf(host.prisma, id)
    const web = new WebClient(botToken, clientOptions)
    return { id, organisation, web, bot: botUserId ?? '', installer: user.id }
  }
  return { installer, installations, workspace }
}
