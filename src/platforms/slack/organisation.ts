/** Whose people the people of a workspace are: each workspace's are its own, those of the bot token's the house's. */
import type { PrismaClient } from '../../kit/store.js'

/** The workspace whose people are the house's own. */
const homeKey = 'slack.home'

/** Null while no bot token has been taken by Slack. */
export const homeOf = async (prisma: PrismaClient): Promise<string | null> => {
  const home = await prisma.setting.findUnique({ where: { key: homeKey } })
  return typeof home?.value === 'string' ? home.value : null
}

/** Empty: the house's own. It never changes for a workspace, or its campaigns would be out of reach. */
export const organisationOf = async (prisma: PrismaClient, workspace: string): Promise<string> =>
  (await homeOf(prisma)) === workspace ? '' : workspace

/** Makes the bot token's workspace the house's own, unless another one is, or it has had its own people before. */
export const settleHome = async (prisma: PrismaClient, workspace: string): Promise<string> => {
  if ((await prisma.person.count({ where: { organisation: workspace } })) === 0) {
    const data = [{ key: homeKey, value: workspace }]
    await prisma.setting.createMany({ data, skipDuplicates: true })
  }
  const organisation = await organisationOf(prisma, workspace)
  await prisma.slackInstallation.updateMany({ where: { workspace }, data: { organisation } })
  return organisation
}
