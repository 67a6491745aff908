/** Messages put into the outbox as the engine would, and ones that wait hurried along. */
import { vi } from 'vitest'
import { type Block, type Card, card } from '../../src/kit/card.js'
import type { ViewRef } from '../../src/kit/view.js'
import { type OnSlack, wordsOf } from './on-slack.js'

type Show = string | Card | ViewRef

export interface Told {
  /** The message below which it is said. */
  thread?: string
  /** Only this user of the workspace sees it. */
  only?: string
}

/** A card that says `words`. */
export const saying = (words: string, ...blocks: Block[]): Card => card(words, blocks)

export const telling = ({ store: { prisma }, slack }: OnSlack) => {
  const row = (to: string, show: Show, { thread, only }: Told) => {
    const direct = to.startsWith('U')
    const place = direct ? { account: `T1/${to}` } : { channel: `T1/${to}` }
    const shown = typeof show === 'string' ? saying(show) : show
    return {
      lane: direct ? `slack:@T1/${to}` : `slack:T1/${to}`,
      to: { platform: 'slack', ...place, ...(thread === undefined ? {} : { thread: `${to} ${thread}` }) },
      only: only === undefined ? null : `T1/${only}`,
      viewer: { person: null, language: 'en', zone: 'UTC' },
      mode: 'post',
      ...('view' in shown ? { view: { ...shown } } : { card: JSON.parse(JSON.stringify(shown)) }),
      subjects: [],
      because: 'test',
      cause: 'test',
      notBefore: new Date(),
      createdAt: new Date(),
    }
  }
  const hurry = () =>
    prisma.outboxMessage.updateMany({ where: { status: 'waiting' }, data: { notBefore: new Date(0) } })
  const said = (channel: string, words: string) =>
    slack.messages(channel).filter((one) => wordsOf(one).includes(words))
  return {
    /** Has something said in a channel, or to a person. */
    tell: (to: string, shows: readonly Show[], told: Told = {}) =>
      prisma.outboxMessage.createMany({ data: shows.map((show) => row(to, show, told)) }),
    /** What waits for another attempt is tried with the next look into the outbox. */
    hurry,
    /** The messages in a channel that say `words`. */
    said,
    /** Waits until it stands there, once; what waits for another attempt does not wait long. */
    arrived: (channel: string, words: string) =>
      vi.waitFor(
        async () => {
          await hurry()
          const [one, ...others] = said(channel, words)
          if (!one || others.length > 0) throw new Error(`${words} stands ${others.length} times too often`)
          return one
        },
        { timeout: 15_000, interval: 50 },
      ),
    /** What became of everything said for a place, in order. */
    fates: async (lane: string) => {
      const rows = await prisma.outboxMessage.findMany({ where: { lane }, orderBy: { id: 'asc' } })
      return rows.map(({ status }) => status)
    },
  }
}
