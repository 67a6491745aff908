/** Bolt's installation store in ours: one row per workspace, its tokens sealed. */
import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth'
import type { PrismaClient } from '../../kit/store.js'
import type { Seal } from './seal.js'

type AnyInstallation = Installation<'v1' | 'v2', boolean>

/** The workspace whose people are the house's own: the one that a single bot token belonged to. */
const homeKey = 'slack.home'

const keyOf = ({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? ''

export interface Installations extends InstallationStore {
  deleteInstallation(query: InstallationQuery<boolean>): Promise<void>
  organisationOf(workspace: string): Promise<string>
}

export const rememberHome = async (prisma: PrismaClient, workspace: string): Promise<void> => {
  await prisma.setting.upsert({
    where: { key: homeKey },
    create: { key: homeKey, value: workspace },
    update: { value: workspace },
  })
}

/** @param forget called when the tokens of a workspace have changed. */
export const createInstallations = (
  prisma: PrismaClient,
  seal: Seal,
  forget: (workspace: string) => void,
): Installations => {
  const organisationOf = async (workspace: string): Promise<string> => {
    const home = await prisma.setting.findUnique({ where: { key: homeKey } })
    return home?.value === workspace ? '' : workspace
  }
  return {
    organisationOf,
    async storeInstallation(installation) {
      const { team, enterprise, isEnterpriseInstall } = installation as AnyInstallation
      const workspace = (isEnterpriseInstall ? enterprise?.id : team?.id) ?? ''
      const sealed = seal.close(JSON.stringify(installation), workspace)
      const row = { organisation: await organisationOf(workspace), sealed, installedAt: new Date() }
      await prisma.slackInstallation.upsert({
        where: { workspace },
        create: { workspace, ...row },
        update: row,
      })
      forget(workspace)
    },
    async fetchInstallation(query) {
      const workspace = keyOf(query)
      const row = await prisma.slackInstallation.findUnique({ where: { workspace } })
      if (!row) throw new Error(`the app is not installed in ${workspace}`)
      return JSON.parse(seal.open(row.sealed, workspace)) as AnyInstallation
    },
    async deleteInstallation(query) {
      await prisma.slackInstallation.deleteMany({ where: { workspace: keyOf(query) } })
      forget(keyOf(query))
    },
  }
}
