/** Whether a request comes from Slack: signed by it, not long ago, and not heard before. */
import { verifySlackRequest } from '@slack/bolt'

/** Slack's limit, into the past and into the future alike. */
const freshMs = 5 * 60_000

export interface Signed {
  body: string
  timestamp: string
  signature: string
}

/** @returns whether the request may be believed. Bolt looks at staleness only, so the future is looked at here. */
export const isSigned = ({ body, timestamp, signature }: Signed, secret: string, now: number): boolean => {
  const at = Number(timestamp) * 1000
  if (!/^\d+$/.test(timestamp) || Math.abs(now - at) > freshMs) return false
  try {
    verifySlackRequest({
      signingSecret: secret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
      nowMilliseconds: now,
    })
    return true
  } catch {
    return false
  }
}

/** Remembers signatures as long as they would be believed. @returns whether it was heard before */
export const rememberSignatures = (): ((signature: string, now: number) => boolean) => {
  const heard = new Map<string, number>()
  return (signature, now) => {
    for (const [old, at] of heard) {
      if (now - at <= 2 * freshMs) break
      heard.delete(old)
    }
    const before = heard.has(signature)
    if (!before) heard.set(signature, now)
    return before
  }
}
