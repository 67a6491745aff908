/** The access token: fetched once for all who wait for it, renewed before it ends. */
import type { DingtalkSettings } from './host.js'
import { hostsOf, send } from './http.js'

export interface Token {
  /** @throws ApiError when DingTalk does not take the settings */
  get(): Promise<string>
  /** DingTalk does not take `token` any more. */
  drop(token: string): void
}

/** Tokens last two hours. */
const earlyMs = 5 * 60_000

interface Held {
  token: string
  until: number
}

export const createToken = (settings: DingtalkSettings): Token => {
  let held: Held | null = null
  let fetching: Promise<Held> | null = null

  const fetchNew = async (): Promise<Held> => {
    const { clientId: appKey, clientSecret: appSecret } = settings
    const url = `${hostsOf(settings).api}/v1.0/oauth2/accessToken`
    const answer = await send<{ accessToken: string; expireIn: number }>(url, 'POST', { appKey, appSecret })
    const lastsMs = answer.expireIn * 1000
    return { token: answer.accessToken, until: Date.now() + Math.max(lastsMs - earlyMs, lastsMs / 2) }
  }
  return {
    async get() {
      if (held && held.until > Date.now()) return held.token
      fetching ??= fetchNew().finally(() => {
        fetching = null
      })
      held = await fetching
      return held.token
    },
    drop(token) {
      if (held?.token === token) held = null
    },
  }
}
