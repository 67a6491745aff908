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

export const createSessions = (host: Host, settings: DingtalkSettings): Sessions => ({
  async remember(place, { sessionWebhook, sessionWebhookExpiredTime }) {
    if (!sessionWebhook || !isOurs(sessionWebhook, settings)) return
    const conversation = keyOf(place)
    const until = {
      webhook: sessionWebhook,
      expiresAt: new Date(sessionWebhookExpiredTime ?? Date.now() + usualMs),
    }
    await host.prisma.dingtalkSession.upsert({
      where: { conversation },
      create: { conversation, ...until },
      update: until,
    })
  },
  trusts: (webhook) => isOurs(webhook, settings),
  async webhookOf(place) {
    const conversation = keyOf(place)
    const known = await host.prisma.dingtalkSession.findUnique({ where: { conversation } })
    return known && known.expiresAt.getTime() > Date.now() + marginMs ? known.webhook : null
  },
  async forget(place) {
    await host.prisma.dingtalkSession.deleteMany({ where: { conversation: keyOf(place) } })
  },
})
