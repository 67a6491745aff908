/** Where a message goes, and who is spoken to; addresses carry their platform, so nobody guesses by the shape of an id. */

export type PlatformName = 'playground' | 'slack' | 'dingtalk'

/** One place to post to. With `only`, just that account sees it there. */
export interface Address {
  platform: PlatformName
  /** The platform's channel id; absent for a direct message to `account`. */
  channel?: string
  /** The platform's user id of the person spoken to. */
  account?: string
}

/** Whom to tell: a person (wherever they are reached), everybody following a campaign, or one address. */
export type Target = { person: string } | { campaign: number } | Address

/** Deliveries to one lane keep their order and share its rate limit. */
export const laneOf = (address: Address): string =>
  `${address.platform}:${address.channel ?? `@${address.account}`}`
