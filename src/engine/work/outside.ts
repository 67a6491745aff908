/** What commands may ask of the world before their transaction opens. */
import type { Outside } from '../../kit/command.js'
import type { Finding } from '../../kit/finding.js'
import type { Platform } from '../../kit/platform.js'
import type { House } from '../house.js'

export const outsideOf = (house: House): Outside => ({
  async findings(organisation) {
    const platforms = [...house.platforms.values()]
    const found = await Promise.all(platforms.map((one) => ask(house, one, organisation)))
    return found.flat()
  },
})

const ask = async (house: House, platform: Platform, organisation: string): Promise<Finding[]> => {
  if (!platform.check) return []
  const rows = await house.store.prisma.campaignChannel.findMany({
    where: {
      platform: platform.name,
      campaign: { organisation, status: { in: ['active', 'paused'] } },
    },
    distinct: ['channel'],
  })
  return platform.check(
    organisation,
    rows.map(({ channel }) => channel),
  )
}
