/** What DingTalk's refusals mean for a message: wait, try again, or give up and say why. */
import { DeliveryError, type DeliveryErrorExtra, type Fault } from '../../kit/errors.js'

/** DingTalk's refusal in its own code, e.g. `InvalidAuthentication`, or a number of the old interface. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly status: number,
    /** Permissions that are missing. */
    readonly scopes: readonly string[] = [],
    /** How long to be silent, in seconds, where DingTalk says so. */
    readonly wait: number | null = null,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`.slice(0, 300))
    this.name = 'ApiError'
  }

  static from(answer: Record<string, unknown>, status: number): ApiError {
    const { code, message, accessdenieddetail } = answer
    const denied = accessdenieddetail as { requiredScopes?: unknown } | undefined
    const scopes = Array.isArray(denied?.requiredScopes) ? denied.requiredScopes.map(String) : []
    return new ApiError(String(code ?? status), String(message ?? ''), status, scopes)
  }

  /** The token is not taken any more; DingTalk says so with 400, not 401. */
  get isTokenRefusal(): boolean {
    return ['InvalidAuthentication', '40014', '42001', '40001'].includes(this.code)
  }
}

const secondMs = 1000
/** Until somebody has put the permission, the secret or the edition right. */
const repairMs = 5 * 60_000
/** What is refused for the quota is not counted: asking now and then costs nothing. */
const quotaMs = 60 * 60_000
/** Too many calls from one address close it for five minutes. */
const bannedMs = 5 * 60_000
/** DingTalk may still be at a call that was waited for in vain. */
const lingerMs = 5000

const tooFast = /send\.too\.fast|too\.many\.group|^130101$/i

/** How long to wait when DingTalk is asked too often, by the end of its code. */
const waits: readonly (readonly [pattern: RegExp, ms: number])[] = [
  [/QpsLimit|^9001\d$|^90002$|flowControl/i, secondMs],
  [tooFast, 5 * secondMs],
  [/^1111$/, bannedMs],
]

/** Nothing is wrong with what was sent: a page of something in between, or DingTalk is not well. */
const passing = /^-1$|^noJson$|^(system|internal|unknown)[._]?(error|busy)|unavailable|time\.?out/i

const faults: readonly (readonly [pattern: RegExp, fault: Fault])[] = [
  [/ApiCountLimit|^90020$/, 'quota'],
  [/AccessTokenPermissionDenied|^60011$|^50002$/, 'scope'],
  [/InvalidAuthentication|authFailed|^4001[0-9]$|^42001$|^40001$|robotCode\.auth|invalidClient/i, 'access'],
  [/group\.disbanded|openConversationId|openSpaceId/i, 'channelGone'],
  [/bot\.stopped|robot\.?not|notInGroup/i, 'notMember'],
  [/userIdNotExist|staffId|^33012$|^60121$/i, 'personGone'],
  [/cardNotExist/i, 'messageGone'],
]

const faultOf = (code: string): Fault => faults.find(([pattern]) => pattern.test(code))?.[1] ?? 'refused'

/** How long DingTalk wants silence, in milliseconds, if that is what an error says. */
export const silenceIn = (error: unknown): number | null => {
  if (!(error instanceof ApiError)) return null
  if (error.wait !== null) return error.wait * secondMs
  const wait = waits.find(([pattern]) => pattern.test(error.code))?.[1]
  return wait ?? (error.status === 429 ? secondMs : null)
}

/** Asked again a little later it may go well. */
export const isPassing = ({ status, code }: ApiError): boolean => status >= 500 || passing.test(code)

/** One group has had too much, not DingTalk. */
export const isGroupLimit = (error: unknown): boolean => error instanceof ApiError && tooFast.test(error.code)

/** DingTalk's refusal as the outbox's word. */
export const deliveryError = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error
  if (!(error instanceof ApiError)) {
    const lingers = (error as Error | null)?.name === 'TimeoutError'
    return new DeliveryError('DingTalk did not answer', lingers ? lingerMs : 'later', { cause: error })
  }
  const wait = silenceIn(error)
  // Others were turned away, too: with a little jitter they do not come back together.
  if (wait !== null) return held(error, wait * (1 + Math.random() / 4), { unsent: true })
  if (isPassing(error)) return held(error, 'later', {})
  const fault = faultOf(error.code)
  const detail = error.scopes.join(', ') || error.code
  if (fault === 'quota') return held(error, quotaMs, { fault, detail, unsent: true })
  if (fault === 'scope' || fault === 'access') return held(error, repairMs, { fault, detail, unsent: true })
  return held(error, 'never', { fault, detail })
}

const held = (
  { message }: ApiError,
  retryAfter: DeliveryError['retryAfter'],
  extra: DeliveryErrorExtra,
): DeliveryError => new DeliveryError(message, retryAfter, extra)

/** Nobody is behind an account: DingTalk does not know them, or not us. */
export const isUnknownPerson = (error: unknown): boolean =>
  error instanceof ApiError && ['33012', '60121', '40103'].includes(error.code)

/** The card is refused, not the place: words may still arrive. */
export const isCardRefusal = (error: unknown): boolean =>
  error instanceof ApiError &&
  !isPassing(error) &&
  silenceIn(error) === null &&
  ['scope', 'refused', 'channelGone'].includes(faultOf(error.code))

/** In words for the log and the doctor: what `fetch` throws says nothing by itself. */
export const reasonOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? `${error.message}: ${cause.message}` : error.message
}
