/** Campaigns whose plan 策划 submits, each in a channel of its own. */
import { type TestDrumbeat, voice } from './drumbeat.js'

const sections = {
  ...{ goals: 'GMV 500万', rules: '满300减50', budget: '48万', owners: '经理', risk: '宕机' },
  flow: '预热 爆发 返场',
}

/** Monday, 3 June 2024, nine o'clock in Shanghai. */
export const monday = '2024-06-03T01:00:00Z'

export const approvalStories = (drumbeat: () => TestDrumbeat) => {
  let channels = 0
  const as = (person: string, channel?: string) => voice(drumbeat(), person, channel)
  const last = async (): Promise<number> =>
    (await drumbeat().store.prisma.approval.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0
  return {
    as,
    last,
    stored: (id: number) =>
      drumbeat().store.prisma.approval.findUniqueOrThrow({
        where: { id },
        include: { steps: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
      }),
    timers: (step: number | undefined) =>
      drumbeat().store.prisma.timer.findMany({ where: { subject: `approval-step:${step}` } }),
    /** What `person` sees of an approval, the last message first. */
    async seen(person: string, ref: string): Promise<string> {
      const messages = await as(person).sees()
      return messages
        .filter(({ text }) => text.includes(`${ref} `))
        .map(({ text }) => text)
        .reverse()
        .join('\n')
    },
    async submitted(template = 'ecom-004') {
      const { id: channel } = await drumbeat().channel(`life-${++channels}`)
      const owner = as('manager', channel)
      await owner.say(`/mkt new from ${template} "618-${channels}" launch=2024-07-08 type=mega-promotion`)
      const { prisma } = drumbeat().store
      const { id: campaignId } = await prisma.campaign.findFirstOrThrow({ orderBy: { id: 'desc' } })
      await prisma.planItem.createMany({
        data: Object.entries(sections).map(([item, content]) => ({ campaignId, item, content })),
        skipDuplicates: true,
      })
      await prisma.campaign.update({ where: { id: campaignId }, data: { theme: '狂欢', audience: '新客' } })
      const planner = as('planner', channel)
      await planner.say('/mkt submit plan')
      const id = await last()
      return { id, ref: `A-${id}`, campaign: `C-${campaignId}`, channel, owner, planner }
    },
  }
}
