/** Where a message goes, and who is spoken to; addresses carry their platform, so nobody guesses by the shape of an id. */

export type PlatformName = 'playground' | 'slack' | 'dingtalk'

/** One place to post to. With `only`, just that account sees it there. */
export interface Address {
  platform: PlatformName
  /** The platform's channel id; absent for a direct message to `account`. */
  channel?: string
  /** The platform's user id of the person spoken to. */
  account?: string
  /** The message of `channel` below which this is said, where the platform has threads. */
  thread?: string
  /** The person's own page of the bot, where the platform has one, instead of their conversation with it. */
  home?: true
}

/** Whom to tell: a person (wherever they are reached), everybody following a campaign, or one address. */
export type Target = { person: string } | { campaign: number } | Address

/** Deliveries to one lane keep their order and share its rate limit. */
export const laneOf = ({ platform, channel, account, home }: Address): string =>
  `${platform}:${channel ?? `@${account}`}${home ? '/home' : ''}`
