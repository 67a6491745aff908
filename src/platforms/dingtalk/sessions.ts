/** Where conversations may be answered without a call of the API: each message brings an address for some 90 minutes. */
import type { Address } from '../../kit/address.js'
import type { DingtalkSettings, Host } from './host.js'
import type { RobotMessage } from './payloads.js'

export interface Sessions {
  /** Keeps the address that a message of `place` brought. */
  remember(place: Address, message: RobotMessage): Promise<void>
  /** The address for a place, while it is good. */
  webhookOf(place: Address): Promise<string | null>
  /** Whether an address is DingTalk's. */
  trusts(webhook: string): boolean
  /** DingTalk does not know the address any more. */
  forget(place: Address): Promise<void>
}

/** Clocks differ, and an answer takes its time. */
const marginMs = 30_000
const usualMs = 5400_000

const keyOf = ({ channel, account }: Address): string => channel ?? `@${account}`

/** Only DingTalk's own address is written to: whoever forges a message must not choose another one. */
export const isOurs = (webhook: string, { apiUrl }: Pick<DingtalkSettings, 'apiUrl'>): boolean => {
  if (!URL.canParse(webhook)) return false
  const { protocol, hostname } = new URL(webhook)
  if (apiUrl) return ['http:', 'https:'].includes(protocol)
  return protocol === 'https:' && (hostname === 'dingtalk.com' || hostname.endsWith('.dingtalk.com'))
}

interface Session {
  webhook: string
  expiresAt: Date
}

/** Conversations of late; the others are looked for in the store. */
const mostKnown = 2000

export const createSessions = (host: Host, settings: DingtalkSettings): Sessions => {
  const known = new Map<string, Session>()
  const stored = (conversation: string) => host.prisma.dingtalkSession.findUnique({ where: { conversation } })
  return {
    async remember(place, { sessionWebhook: webhook, sessionWebhookExpiredTime: until }) {
      if (!webhook || !isOurs(webhook, settings)) return
      const conversation = keyOf(place)
      const session = { webhook, expiresAt: new Date(until ?? Date.now() + usualMs) }
      known.set(conversation, session)
      if (known.size > mostKnown) known.delete(known.keys().next().value ?? '')
      const create = { conversation, ...session }
      await host.prisma.dingtalkSession.upsert({ where: { conversation }, create, update: session })
    },
    trusts: (webhook) => isOurs(webhook, settings),
    async webhookOf(place) {
      const session = known.get(keyOf(place)) ?? (await stored(keyOf(place)))
      return session && session.expiresAt.getTime() > Date.now() + marginMs ? session.webhook : null
    },
    async forget(place) {
      known.delete(keyOf(place))
      await host.prisma.dingtalkSession.deleteMany({ where: { conversation: keyOf(place) } })
    },
  }
}
