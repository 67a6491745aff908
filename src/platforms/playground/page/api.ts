/** The playground's JSON API as functions; anything that went wrong comes as an `ApiError`. */
import type {
  Act,
  Answer,
  Channel,
  Completion,
  Message,
  Move,
  Moved,
  Sample,
  State,
  Upcoming,
} from './wire.js'

/** `final`: the server understood and refused, so asking again brings the same answer. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly final: boolean,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

const patience = 30_000
const uploadPatience = 120_000
/** Moving the clock by months runs every event on the way. */
const clockPatience = 600_000
/** Refusals that pass by themselves: timed out, too early, too many. */
const passing = new Set([408, 425, 429])

const errorOf = async (response: Response) => {
  const body = (await response.json().catch(() => ({}))) as { error?: unknown }
  const final = response.status < 500 && !passing.has(response.status)
  return new ApiError(typeof body.error === 'string' ? body.error : '', final)
}

const call = async <T>(path: string, init: RequestInit): Promise<T> => {
  const response = await fetch(`/api/playground/${path}`, init).catch(() => null)
  if (!response) throw new ApiError('', false)
  if (!response.ok) throw await errorOf(response)
  return response.json().catch(() => {
    throw new ApiError('', false)
  }) as Promise<T>
}

const get = <T>(path: string, query: Record<string, string> = {}, signal = AbortSignal.timeout(patience)) =>
  call<T>(`${path}?${new URLSearchParams(query)}`, { signal })

const post = <T>(path: string, body: object, wait = patience) =>
  call<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(wait),
  })

/** One after the other, before the message that they come with. @returns their ids */
const uploaded = async (as: string, files: readonly File[]): Promise<string[]> => {
  const ids: string[] = []
  for (const file of files) {
    const path = `upload?${new URLSearchParams({ as, name: file.name })}`
    const init = { method: 'PUT', body: file, signal: AbortSignal.timeout(uploadPatience) }
    ids.push((await call<{ id: string }>(path, init)).id)
  }
  return ids
}

export const api = {
  state: (language?: string) => get<State>('state', language === undefined ? {} : { language }),
  messages: (channel: string, as: string, before?: string) =>
    get<Message[]>('messages', { channel, as, ...(before === undefined ? {} : { before }) }),
  act: async (as: string, delivery: string, { kind, ...what }: Act) => {
    const files = 'files' in what ? { files: await uploaded(as, what.files) } : {}
    return post<Answer>(kind, { as, delivery, ...what, ...files })
  },
  clock: (as: string, move: Move) => post<Moved>('clock', { as, ...move }, clockPatience),
  addChannel: (as: string, name: string) => post<Channel>('channels', { as, name }),
  upcoming: (as: string) => get<Upcoming[]>('upcoming', { as }),
  complete: (as: string, channel: string, text: string, signal: AbortSignal) =>
    get<Completion[]>('complete', { as, channel, text }, signal),
  gallery: (language: string) => get<Sample[]>('gallery', { language }),
  words: (language: string) => get<Record<string, string>>('words', { language }),
}
