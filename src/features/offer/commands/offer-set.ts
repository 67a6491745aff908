/** `offer set`: what customers get, on which condition, and how many of them a day (F14). */
import { z } from 'zod'
import { choice, ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { languages, type Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { kept, led, offerNumbered } from '../find.js'
import { mechanics, mustPay, readCount, readDiscount, readThreshold } from '../offer.js'
import { addOffer, offersOf, updateOffer } from '../offer.repo.js'
import { offersView } from '../offer.views.js'

const args = z.object({
  threshold: word(40).optional(),
  discount: word(40).optional(),
  cap: word(40).optional(),
  text: word(500).optional(),
  mechanics: choice(mechanics).default('promotion'),
  stacks: choice(['no', 'yes']).default('no'),
  /** Changes this one instead of adding one. */
  offer: ref().optional(),
  campaign: word().optional(),
})
type Given = z.output<typeof args>

export const offerSet = defineCommand({
  name: 'offer-set',
  args,
  may: 'limits',
  async run(ctx, given) {
    const campaign = await led(ctx, given.campaign, 'offer-set')
    const data = read(plainly(ctx.t, given))
    await (given.offer === undefined ? add(ctx, campaign, data) : replace(ctx, campaign, given.offer, data))
    return offersView(campaign.id)
  },
})

/** Typed behind the numbers, 不可叠加 is no condition of its own. */
const plainly = (t: Translate, given: Given): Given => {
  const text = given.text?.trim().toLowerCase() ?? ''
  const called = (way: string) =>
    languages.flatMap((one) => t.in(one).named('offer.stacking', way).split('|'))
  const stacks = (['no', 'yes'] as const).find((way) => called(way).includes(text))
  return stacks ? { ...given, stacks, text: undefined } : given
}

const read = (given: Given) => {
  const { threshold: from, discount: off, cap, text = null } = given
  if (from === undefined && off === undefined && text === null)
    throw new UserError('offer.error.empty', {}, { field: 'discount', missing: true })
  const threshold = from === undefined ? null : readThreshold(from)
  const discount = off === undefined ? null : readDiscount(off)
  if (discount) mustPay(threshold, discount)
  return {
    ...{ mechanics: given.mechanics, stacks: given.stacks === 'yes', threshold, text },
    ...(discount ?? { discount: null, kind: 'amount' }),
    dailyCap: cap === undefined ? null : readCount(cap, 'cap'),
  }
}
type Read = ReturnType<typeof read>

const add = async (ctx: Context, campaign: Campaign, data: Read): Promise<void> => {
  const number = ((await offersOf(ctx.db, campaign.id)).at(-1)?.number ?? 0) + 1
  const done = await addOffer(ctx.db, campaign.id, number, data)
  await kept(ctx, campaign, done, { action: 'offer.add', after: { number, ...data } })
}

const replace = async (ctx: Context, campaign: Campaign, number: string, data: Read): Promise<void> => {
  const before = await offerNumbered(ctx, campaign, number)
  const done = await updateOffer(ctx.db, before, data)
  await kept(ctx, campaign, done, { action: 'offer.set', before, after: { number: before.number, ...data } })
}
