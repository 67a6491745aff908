/** What Slack's refusals mean for a message: wait, try again, or give up and say why. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { DeliveryError, type Fault } from '../../kit/errors.js'

/** Until somebody has put the permission or the token right. */
const repairMs = 5 * 60_000
/** Slack may still be at a call that was waited for in vain: looked for too soon, its message would be sent twice. */
const lingerMs = 10_000

const faults: Readonly<Record<Fault, readonly string[]>> = {
  channelGone: ['channel_not_found', 'invalid_channel', 'mpim_not_found'],
  channelArchived: ['is_archived', 'channel_is_archived', 'is_inactive'],
  notMember: [
    'not_in_channel',
    'restricted_action',
    'restricted_action_read_only_channel',
    'not_in_conversation',
  ],
  scope: ['missing_scope', 'not_allowed_token_type', 'no_permission', 'not_enabled'],
  access: [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'org_login_required',
    'team_access_not_granted',
    'ekm_access_denied',
    'access_denied',
    'user_removed_from_team',
    'team_disabled',
  ],
  quota: [],
  personGone: ['user_not_found', 'users_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot'],
  messageGone: [
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'thread_not_found',
    'cannot_reply_to_message',
  ],
  refused: [],
}
const byCode = new Map(
  Object.entries(faults).flatMap(([fault, codes]) => codes.map((code) => [code, fault as Fault] as const)),
)
/** Slack's own troubles: what became of the call is not known. */
const passing = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
  'external_channel_migrating',
]
const heldBack = ['ratelimited', 'rate_limited', 'message_limit_exceeded', 'update_rate_limited']

/** The code of a platform error, e.g. `channel_not_found`; empty for any other error. */
export const codeOf = (error: unknown): string =>
  error instanceof WebAPIPlatformError ? error.data.error : ''

/** Why there is no token for a workspace: the app is not installed there, or it was sealed with another secret. */
export type NoAccess = 'not_installed' | 'other_secret'

/** What is to be sent there waits until it is installed (again). */
export const withoutAccess = (why: NoAccess, cause?: unknown): DeliveryError =>
  new DeliveryError(`no token for this workspace: ${why}`, repairMs, {
    fault: 'access',
    detail: why,
    unsent: true,
    cause,
  })

/** Slack's refusal as the outbox's word. */
export const deliveryError = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error
  if (error instanceof WebAPIRateLimitedError) {
    return new DeliveryError('rate limited', error.retryAfter * 1000, { cause: error, unsent: true })
  }
  if (error instanceof WebAPIPlatformError) return platformError(error)
  const status = error instanceof WebAPIHTTPError ? ` (${error.statusCode})` : ''
  const lingers = error instanceof WebAPIRequestError && error.original.name === 'TimeoutError'
  return new DeliveryError(`Slack did not answer${status}`, lingers ? lingerMs : 'later', { cause: error })
}

const platformError = (error: WebAPIPlatformError): DeliveryError => {
  const code = error.data.error
  if (passing.includes(code)) return new DeliveryError(code, 'later', { cause: error })
  if (heldBack.includes(code)) return new DeliveryError(code, 'later', { cause: error, unsent: true })
  const fault = byCode.get(code) ?? 'refused'
  const { needed } = error.data as { needed?: string }
  const repairable = fault === 'scope' || fault === 'access'
  return new DeliveryError(wordsOf(error), repairable ? repairMs : 'never', {
    cause: error,
    fault,
    detail: needed || code,
    ...(repairable ? { unsent: true } : {}),
  })
}

/** With Slack's own explanation of what is wrong with a card: it names places, never contents. */
const wordsOf = ({ data }: WebAPIPlatformError): string =>
  [data.error, ...(data.response_metadata?.messages ?? [])].join('; ').slice(0, 500)
