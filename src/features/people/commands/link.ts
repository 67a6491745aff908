/** `link`: asks for a one-time code, or says one on another platform: both accounts are one person's then (F126). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Actor, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { hashOf } from '../../../kit/hash.js'
import { codeLastsMs, mostWrong, newCode, readCode } from '../codes.js'
import { link as linkPeople } from '../link.js'
import { keepCode, takeCode, wrongCode, wrongCodes } from '../link.repo.js'
import { codeCard } from '../linked.cards.js'
import { type Person, personById } from '../people.repo.js'
import { platformsOf } from '../profile.js'

export const link = defineCommand({
  name: 'link',
  personal: true,
  args: z.object({ code: word(60).optional() }),
  may: 'ask',
  async run(ctx, { code }) {
    if (!ctx.actor) throw new Error('a code needs somebody')
    if (code === undefined) return codeFor(ctx, ctx.actor)
    const survivor = await whoseCode(ctx, ctx.actor, code)
    // Everybody it concerns is told on all their platforms: no other answer is needed.
    await linkPeople(ctx, survivor.id, ctx.actor.id)
    return null
  },
})

const codeFor = async (ctx: Context, { id }: Actor) => {
  const code = newCode()
  const expiresAt = new Date(ctx.at.getTime() + codeLastsMs)
  await keepCode(ctx.db, { hash: hashOf(code), personId: id, expiresAt }, ctx.at)
  return codeCard(ctx.t, code)
}

/** @throws UserError when the code is not good, or not for the acting person here; a wrong one is recorded. */
const whoseCode = async (ctx: Context, actor: Actor, code: string): Promise<Person> => {
  const subject = `person:${actor.id}`
  const since = new Date(ctx.at.getTime() - codeLastsMs)
  if ((await wrongCodes(ctx.db, actor.id, since)) >= mostWrong) throw new UserError('people.error.codeTries')
  const id = await takeCode(ctx.db, hashOf(readCode(code)), ctx.at)
  const owner = id === null ? null : await personById(ctx.db, id)
  // Nobody of another organisation is seen here.
  if (id !== null && !owner) throw new UserError('people.error.codeElsewhere')
  if (!owner?.active) throw new UserError('people.error.code', {}, { record: { action: wrongCode, subject } })
  refuseUseless(ctx, actor, owner)
  return owner
}

/** @throws UserError when there is nothing to link, or when two colleagues would become one. */
const refuseUseless = (ctx: Context, actor: Actor, owner: Person): void => {
  const platforms = platformsOf(owner)
  if (owner.id === actor.id)
    throw new UserError(platforms.length > 1 ? 'people.error.codeLinked' : 'people.error.codeOwn')
  if (platforms.includes(ctx.platform)) throw new UserError('people.error.codeHere', { name: owner.name })
}
