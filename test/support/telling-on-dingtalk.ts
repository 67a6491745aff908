/** Messages for DingTalk put into the outbox as the engine would, and ones that wait hurried along. */
import { vi } from 'vitest'
import { type Card, card } from '../../src/kit/card.js'
import type { ViewRef } from '../../src/kit/view.js'
import { type Message, wordsOf } from './dingtalk/index.js'
import type { OnDingtalk } from './on-dingtalk.js'

type Show = string | Card | ViewRef

const patience = { timeout: 25_000, interval: 50 }

export const tellingOn = ({ store: { prisma }, dingtalk }: OnDingtalk) => {
  const isPerson = (to: string) => dingtalk.people.has(to)
  const laneOf = (to: string) => `dingtalk:${isPerson(to) ? '@' : ''}${to}`
  const row = (to: string, show: Show, extra: object) => {
    const shown = typeof show === 'string' ? card(show, []) : show
    return {
      lane: laneOf(to),
      to: { platform: 'dingtalk', ...(isPerson(to) ? { account: to } : { channel: to }) },
      viewer: { person: null, language: 'zh-CN', zone: 'Asia/Shanghai' },
      mode: 'post',
      ...('view' in shown ? { view: { ...shown } } : { card: JSON.parse(JSON.stringify(shown)) }),
      subjects: [],
      because: 'test',
      cause: 'test',
      notBefore: new Date(),
      createdAt: new Date(),
      ...extra,
    }
  }
  const said = (to: string, words: string): Message[] =>
    (isPerson(to) ? dingtalk.direct(to) : dingtalk.messages(to)).filter((one) => wordsOf(one).includes(words))
  const hurry = () =>
    prisma.outboxMessage.updateMany({ where: { status: 'waiting' }, data: { notBefore: new Date(0) } })
  return {
    /** Has something said in a group, or to a person. */
    tell: (to: string, shows: readonly Show[], extra: object = {}) =>
      prisma.outboxMessage.createMany({ data: shows.map((show) => row(to, show, extra)) }),
    /** What waits for another attempt is tried with the next look into the outbox. */
    hurry,
    said,
    /** Waits until it stands there, once; unless `patient` what waits for another attempt does not wait long. */
    arrived: (to: string, words: string, patient = false) =>
      vi.waitFor(async () => {
        if (!patient) await hurry()
        const [one, ...others] = said(to, words)
        if (!one || others.length > 0) throw new Error(`${words} stands ${others.length} times too often`)
        return one
      }, patience),
    /** What waits for a place, with the reason of the last attempt. */
    waiting: (to: string) =>
      prisma.outboxMessage.findMany({ where: { lane: laneOf(to), status: 'waiting' } }),
    /** Waits until nothing is left to be sent. */
    quiet: () =>
      vi.waitFor(async () => {
        await hurry()
        const where = { status: { in: ['waiting', 'sending'] } }
        const left = await prisma.outboxMessage.count({ where })
        if (left > 0) throw new Error(`${left} messages wait`)
      }, patience),
    calls: (path: string) => dingtalk.calls.filter((call) => call.path === path),
  }
}
