/** DingTalk's two HTTP interfaces: the new one (api.dingtalk.com) and the old one (oapi.dingtalk.com). */
import { ApiError } from './errors.js'
import type { DingtalkSettings } from './host.js'
import { hostsOf, send } from './http.js'
import { createToken, type Token } from './token.js'

/** What a call costs: most count against the month's quota, contacts and tokens do not. */
export type Cost = 'counted' | 'free'

export interface Api {
  /** @throws ApiError, or what `fetch` throws when nothing came back */
  call<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T>
  /** The old interface: form or JSON. */
  old<T>(path: string, body: object | FormData, cost: Cost, query?: Record<string, string>): Promise<T>
  /** Answers a message where it was said. */
  webhook(url: string, body: object): Promise<void>
  token: Token
}

/** @param count is told of each call that DingTalk took, and of each webhook */
export const createApi = (settings: DingtalkSettings, count: (kind: 'api' | 'stream') => void): Api => {
  const hosts = hostsOf(settings)
  const token = createToken(settings)

  const asking = async <T>(ask: (token: string) => Promise<T>): Promise<T> => {
    const held = await token.get()
    try {
      return await ask(held)
    } catch (error) {
      if (!(error instanceof ApiError && error.isTokenRefusal)) throw error
      // Taken back before its time, e.g. by a new secret: one try with a fresh one.
      token.drop(held)
      return ask(await token.get())
    }
  }
  return {
    token,
    call: <T>(method: 'POST' | 'PUT', path: string, body: object) =>
      asking(async (held) => {
        const headers = { 'x-acs-dingtalk-access-token': held }
        const answer = await send<T>(`${hosts.api}${path}`, method, body, headers)
        count('api')
        return answer
      }),
    old: <T>(path: string, body: object | FormData, cost: Cost, query: Record<string, string> = {}) =>
      asking(async (access_token) => {
        const url = `${hosts.old}${path}?${new URLSearchParams({ access_token, ...query })}`
        const answer = withoutError(await send<T & Old>(url, 'POST', body))
        if (cost === 'counted') count('api')
        return answer
      }),
    async webhook(url, body) {
      withoutError(await send<Old>(url, 'POST', body))
      count('stream')
    },
  }
}

/** The old interface and webhooks say in the body what went wrong. */
interface Old {
  errcode?: number
  errmsg?: string
  sub_code?: string | number
}

const withoutError = <T extends Old>(answer: T): T => {
  const { errcode = 0, errmsg = '', sub_code } = answer
  if (errcode !== 0) throw new ApiError(String(sub_code ?? errcode), errmsg, 200)
  return answer
}
