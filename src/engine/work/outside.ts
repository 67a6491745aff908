/** What commands may ask of the world before their transaction opens. */
import { setTimeout } from 'node:timers/promises'
import type { Outside } from '../../kit/command.js'
import type { Finding } from '../../kit/finding.js'
import type { Incoming, Platform } from '../../kit/platform.js'
import { cut } from '../../kit/text.js'
import { sealOf } from '../audit/seal.js'
import { verify } from '../audit/verify.js'
import type { House } from '../house.js'
import { offeredFile } from './sent-files.js'

/** Seconds: whoever asked waits for the slowest platform. */
const patience = 15

/** @param caller whoever called the command; without them there are no files */
export const outsideOf = (house: House, caller?: Pick<Incoming, 'platform' | 'account'>): Outside => ({
  async findings(organisation) {
    const platforms = [...house.platforms.values()]
    const found = await Promise.all(platforms.map((one) => ask(house, one, organisation)))
    return found.flat()
  },
  async file(named) {
    if (!caller) throw new Error('nobody has sent a file')
    return offeredFile(house, caller, named)
  },
  async seal(organisation) {
    await sealOf(house.store, organisation)
  },
  chain: (organisation, kept) => verify(house.store, organisation, kept),
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
  const channels = rows.map(({ channel }) => channel)
  try {
    return await Promise.race([platform.check(organisation, channels), silence(platform)])
  } catch (error) {
    house.log.warn({ err: error, platform: platform.name }, 'a set-up could not be checked')
    const params = { error: cut((error as Error).message, 200) }
    return [{ area: platform.name, what: 'checkFailed', level: 'bad', params }]
  }
}

const silence = async ({ name }: Platform): Promise<Finding[]> => {
  await setTimeout(patience * 1000, undefined, { ref: false })
  return [{ area: name, what: 'checkSilent', level: 'bad', params: { seconds: patience } }]
}
