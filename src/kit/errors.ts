/** The errors that mean something; anything else is a fault of ours. */

import type { Button } from './card.js'
import type { Record as AuditRecord } from './context.js'
import type { Key, Params } from './translate.js'

export interface UserErrorExtra {
  /** Ways out, shown as buttons below the words. */
  buttons?: Button[]
  /** What the audit log keeps of the attempt, although the work itself is rolled back. */
  record?: AuditRecord
  /** The argument at fault, so that a form can show the words beside its field. */
  field?: string
  /** The argument was left out where it is needed: the form asks for it, even when a line was typed. */
  missing?: true
}

/** The person can put it right: shown privately, in their language; the work is rolled back. */
export class UserError extends Error {
  constructor(
    readonly key: Key,
    readonly params: Params = {},
    readonly extra: UserErrorExtra = {},
  ) {
    super(key)
    this.name = 'UserError'
  }
}

/** Somebody was faster between reading and writing: the work is done again on what is there now, then it is refused. */
export class Overtaken extends UserError {}

/**
 * Why a message could not be delivered, in the words of `campaign.undelivered`: the channel is gone, archived or without
 * the bot; a permission is missing; the access was taken away; the month's messages are used up; the person has left; the
 * platform refused the card; the message to edit is gone.
 */
export type Fault =
  | 'channelGone'
  | 'channelArchived'
  | 'notMember'
  | 'scope'
  | 'access'
  | 'quota'
  | 'personGone'
  | 'refused'
  | 'messageGone'

export interface DeliveryErrorExtra extends ErrorOptions {
  fault?: Fault
  /** What the platform named, e.g. the missing permission. */
  detail?: string
  /** The platform surely did not take it: the attempt does not count and nothing is looked for. */
  unsent?: true
}

/** A platform's word to the outbox: try again after `retryAfter` milliseconds, later and ever later, or never. */
export class DeliveryError extends Error {
  readonly fault: Fault | undefined
  readonly detail: string
  readonly unsent: boolean

  constructor(
    message: string,
    readonly retryAfter: number | 'later' | 'never',
    extra: DeliveryErrorExtra = {},
  ) {
    super(message, extra)
    this.name = 'DeliveryError'
    this.fault = extra.fault
    this.detail = extra.detail ?? ''
    this.unsent = extra.unsent ?? false
  }
}
