/** Bolt's installation store in ours: one row per workspace, its tokens sealed. */
import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth'
import type { PrismaClient } from '../../kit/store.js'
import { withoutAccess } from './errors.js'
import { organisationOf } from './organisation.js'
import type { Seal } from './seal.js'

type AnyInstallation = Installation<'v1' | 'v2', boolean>
type Query = InstallationQuery<boolean>

/** One for all workspaces of an organisation where the app is installed for all of it. */
const keyOf = ({ isEnterpriseInstall, enterpriseId, teamId }: Query): string =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? ''

/** What Bolt asks with for a workspace (T…) or an organisation (E…). */
export const queryFor = (id: string): Query => {
  const isEnterpriseInstall = id.startsWith('E')
  return {
    isEnterpriseInstall,
    teamId: isEnterpriseInstall ? undefined : id,
    enterpriseId: isEnterpriseInstall ? id : undefined,
  }
}

export interface Installations extends InstallationStore {
  /** @throws DeliveryError when the app is not installed there, or its tokens cannot be opened. */
  fetchInstallation(query: Query): Promise<AnyInstallation>
  deleteInstallation(query: Query): Promise<void>
}

/** Told of installations. */
export interface Watch {
  /** Awaited before one is kept. */
  installing(): Promise<unknown>
  installed(workspace: string): Promise<void>
  removed(workspace: string): void
}

export const createInstallations = (prisma: PrismaClient, seal: Seal, watch: Watch): Installations => ({
  async storeInstallation(installation) {
    const { team, enterprise, isEnterpriseInstall } = installation as AnyInstallation
    const workspace = keyOf({
      isEnterpriseInstall: isEnterpriseInstall ?? false,
      teamId: team?.id,
      enterpriseId: enterprise?.id,
    })
    if (workspace === '') throw new Error('Slack did not say where the app was installed')
    await watch.installing()
    const sealed = seal.close(JSON.stringify(installation), workspace)
    const row = { organisation: await organisationOf(prisma, workspace), sealed, installedAt: new Date() }
    await prisma.slackInstallation.upsert({
      where: { workspace },
      create: { workspace, ...row },
      update: row,
    })
    await watch.installed(workspace)
  },
  async fetchInstallation(query) {
    const workspace = keyOf(query)
    const row = await prisma.slackInstallation.findUnique({ where: { workspace } })
    if (!row) throw withoutAccess('not_installed')
    return JSON.parse(opened(seal, row.sealed, workspace)) as AnyInstallation
  },
  async deleteInstallation(query) {
    await prisma.slackInstallation.deleteMany({ where: { workspace: keyOf(query) } })
    watch.removed(keyOf(query))
  },
})

const opened = (seal: Seal, sealed: string, workspace: string): string => {
  try {
    return seal.open(sealed, workspace)
  } catch (error) {
    throw withoutAccess('other_secret', error)
  }
}
