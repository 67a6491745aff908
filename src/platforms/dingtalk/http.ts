/** One request to DingTalk: in time, and with its refusals as errors. */
import { ApiError } from './errors.js'
import type { DingtalkSettings } from './host.js'

/** DingTalk answers within a second, or not at all. */
export const patienceMs = 8000

/** Where each of the two interfaces is. */
export const hostsOf = ({ apiUrl }: Pick<DingtalkSettings, 'apiUrl'>) => {
  const own = apiUrl?.replace(/\/+$/, '')
  return { api: own ?? 'https://api.dingtalk.com', old: own ?? 'https://oapi.dingtalk.com' }
}

/** @throws ApiError when DingTalk refuses, or answers with something that is not its own */
export const send = async <T>(
  url: string,
  method: string,
  body: object | FormData,
  headers: Record<string, string> = {},
): Promise<T> => {
  const form = body instanceof FormData
  const response = await fetch(url, {
    method,
    headers: {
      Accept: 'application/json',
      ...(form ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: form ? body : JSON.stringify(body),
    // Tokens and secrets go to DingTalk's own addresses only.
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
  const text = await response.text()
  const answer = readAnswer(text)
  if (answer === null) throw new ApiError('noJson', '', response.status)
  // Too many calls from one address are answered with a page, or with this.
  if (answer.status === 1111) throw new ApiError('1111', '', response.status, [], secondsIn(answer.wait))
  if (!response.ok) throw ApiError.from(answer, response.status)
  return answer as T
}

const secondsIn = (wait: unknown): number | null => (typeof wait === 'number' && wait > 0 ? wait : null)

const readAnswer = (text: string): Record<string, unknown> | null => {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : null
  } catch {
    return null
  }
}
