/** Bolt: sorts what comes in and hands it to our listeners; how it comes in and who may speak is settled outside. */
import { App, AuthorizationError, type Authorize } from '@slack/bolt'
import { listenToNews } from './events.js'
import { createForms } from './forms.js'
import type { Host, SlackSettings } from './host.js'
import { listen } from './inbound.js'
import { slackLog } from './log.js'
import { clientOptions, type Workspaces } from './workspaces.js'

/** A payload of a workspace that has no token here. */
class NotServed extends Error {}

/** Payloads come through our own receivers, so Bolt's has nothing to do. */
const noReceiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }

export const createApp = (host: Host, settings: SlackSettings, workspaces: Workspaces): App => {
  const app = new App({
    receiver: noReceiver,
    authorize: authorizeBy(workspaces),
    ignoreSelf: false,
    convoStore: false,
    logger: slackLog(host.log),
    clientOptions: clientOptions(settings, host.log),
  })
  // The receiver decides what a failure means for Slack; what is none of ours is acknowledged and forgotten.
  app.error(async (error) => {
    if (!(error instanceof AuthorizationError && error.original instanceof NotServed)) throw error
    host.log.warn({ err: error }, 'a delivery came from a workspace that is not served')
  })
  listen(app, host, createForms(host, workspaces))
  listenToNews(app, host, workspaces)
  return app
}

/** Only whose payload it is: tokens are needed for what goes out, and an acknowledgement must not wait for them. */
const authorizeBy =
  (workspaces: Workspaces): Authorize<boolean> =>
  async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
    const id = (isEnterpriseInstall ? enterpriseId : teamId) ?? (await workspaces.home())?.id ?? ''
    if (!(await workspaces.serves(id))) throw new NotServed(`the workspace ${id} is not served`)
    return isEnterpriseInstall
      ? { enterpriseId: id, ...(teamId ? { teamId } : {}) }
      : { teamId: id, ...(enterpriseId ? { enterpriseId } : {}) }
  }
