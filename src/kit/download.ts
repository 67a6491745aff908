/** Takes a file over HTTP: from trusted addresses only, no more of it than wanted, in time, and again when the server is busy. */
import { again } from './again.js'
import { FileError } from './sent-file.js'

export interface Wanted {
  url: string
  /** Bytes. */
  most: number
  /** Sent to trusted addresses only, as nothing goes anywhere else. */
  headers?: Record<string, string>
  trusts(url: URL): boolean
  /** What comes in place of the file, with status 200. */
  faultOf?(response: Response): FileError | null
}

/** Milliseconds for all tries together: somebody waits for the answer. */
const patienceMs = 30_000
const firstPauseMs = 500
const longestPauseMs = 10_000
const mostRedirects = 3

/** The server may have the file a little later: it is too busy, or not well. */
class Busy extends Error {
  constructor(
    readonly status: number,
    readonly waitMs: number | null,
  ) {
    super(`HTTP ${status}`)
  }
}

/** @throws FileError */
export const download = async (wanted: Wanted): Promise<Uint8Array> => {
  const end = AbortSignal.timeout(patienceMs)
  const attempt = async () => read(await open(wanted, end), wanted.most)
  try {
    return await again(attempt, (error, made) => (end.aborted ? null : waitAfter(error, made)))
  } catch (error) {
    throw error instanceof FileError ? error : new FileError('silent', '', { cause: error })
  }
}

const waitAfter = (error: unknown, attempt: number): number | null => {
  if (error instanceof FileError) return null
  const asked = error instanceof Busy ? error.waitMs : null
  return Math.min(asked ?? firstPauseMs * 4 ** (attempt - 1), longestPauseMs)
}

/** Follows redirects by itself: each place is looked at before anything is sent there. */
const open = async (
  { url, headers = {}, trusts, faultOf }: Wanted,
  signal: AbortSignal,
): Promise<Response> => {
  let at = url
  for (let step = 0; step <= mostRedirects; step++) {
    const target = URL.canParse(at) ? new URL(at) : null
    if (!target || !trusts(target)) throw new FileError('foreign', target?.hostname ?? '')
    const response = await fetch(target, { headers, redirect: 'manual', signal })
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    const fault = response.status === 200 ? faultOf?.(response) : faultIn(response, next !== null)
    if (fault || next !== null) await response.body?.cancel()
    if (fault) throw fault
    if (next === null) return response
    at = new URL(next, target).href
  }
  throw new FileError('foreign', 'redirects')
}

const faultIn = ({ status, headers }: Response, isRedirect: boolean): FileError | Busy | null => {
  if (isRedirect) return null
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    return new Busy(status, seconds > 0 ? seconds * 1000 : null)
  }
  return new FileError(status === 401 || status === 403 ? 'denied' : 'gone', `HTTP ${status}`)
}

/** What is announced is not believed: it is counted as it comes. */
const read = async (response: Response, most: number): Promise<Uint8Array> => {
  const tooBig = Number(response.headers.get('content-length') ?? 0) > most
  if (tooBig) await response.body?.cancel()
  if (tooBig) throw new FileError('tooBig')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > most) throw new FileError('tooBig')
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
