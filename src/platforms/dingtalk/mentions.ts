/** DingTalk's user ids of the people a card mentions. */
import { type Card, mentionedIn } from '../../kit/card.js'
import type { Host } from './host.js'

/** By our ids; those who are not on DingTalk are missing. */
export const usersOf = async ({ prisma }: Pick<Host, 'prisma'>, card: Card): Promise<Map<string, string>> => {
  const people = mentionedIn(card)
  if (people.length === 0) return new Map()
  const rows = await prisma.account.findMany({ where: { platform: 'dingtalk', personId: { in: people } } })
  return new Map(rows.map(({ personId, account }) => [personId, account]))
}
