/** `why-not`: which role or condition is missing for a command, and who has it or can grant it (F124). */
import { z } from 'zod'
import { long, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { holds, missingFor, type Right, refusalOf, standings } from '../../../kit/rights.js'
import { cut } from '../../../kit/text.js'
import { type Campaign, campaignRef, findCampaign } from '../../campaign/index.js'
import { findPerson, holders, type Person, personById } from '../../people/index.js'
import { choiceCard } from '../help.cards.js'
import { asked } from '../help.js'
import { whyCard } from '../rights.cards.js'
import { questionIn, verdictOn } from '../rights.js'

export const whyNot = defineCommand({
  name: 'why-not',
  args: z.object({ command: long(200), person: someone().optional(), campaign: word().optional() }),
  may: 'ask',
  personal: true,
  async run(ctx, given) {
    const {
      command,
      person: named = given.person,
      campaign: ref = given.campaign,
    } = questionIn(given.command)
    const [info, ...others] = asked(ctx.catalogue(), command)
    if (!info) throw new UserError('help.error.unknown', { given: cut(command, 60) }, { field: 'command' })
    if (others.length > 0) return choiceCard([info, ...others])(ctx.t)
    const right = info.may
    const person = await about(ctx, named)
    const campaign = await campaignFor(ctx, right, ref)
    const owner = campaign ? campaign.ownerId === person.id : null
    const names = (people: readonly Person[]) => people.map(({ name }) => name)
    return whyCard({
      name: person.id === ctx.actor?.id ? null : person.name,
      command: info.words[0] ?? info.name,
      right,
      verdict: verdictOn(
        person.roles.map(({ role }) => role),
        right,
        owner,
      ),
      campaign: campaign && { ref: campaignRef(campaign.id), name: campaign.name },
      could: names(await whoCould(ctx, right, campaign)),
      grant: names(await holders(ctx.db, 'admin')),
    })(ctx.t)
  },
})

/** The acting person; somebody else is the business of those who grant roles. */
const about = async (ctx: Context, named: string | undefined): Promise<Person> => {
  const { actor, t } = ctx
  const me = actor && (await personById(ctx.db, actor.id))
  if (!me) throw new Error('a question about rights needs somebody')
  if (named === undefined) return me
  const person = await findPerson(ctx, named, 'person')
  if (person.id === me.id || holds(actor.roles, 'people')) return person
  const record = { action: 'command.denied', subject: `person:${me.id}`, after: { command: 'why-not' } }
  throw new UserError('engine.error.role', refusalOf(t, 'people'), { record })
}

/** Where it depends on the campaign: the one named, else the one that is meant here, if it is one. */
const campaignFor = async (ctx: Context, right: Right, ref: string | undefined): Promise<Campaign | null> => {
  if (!missingFor(right).includes('owner')) return null
  // Guests are told of no campaign.
  if (!ctx.actor || !holds(ctx.actor.roles, 'read')) return null
  if (ref !== undefined) return findCampaign(ctx, ref)
  return findCampaign(ctx).catch((error) => {
    if (error instanceof UserError) return null
    throw error
  })
}

/** Who holds what is missing; members are everywhere and not named. */
const whoCould = async (ctx: Context, right: Right, campaign: Campaign | null): Promise<Person[]> => {
  const found = new Map<string, Person>()
  for (const one of missingFor(right)) {
    const isNamed = standings.some((standing) => standing === one) && !common.includes(one)
    for (const person of isNamed ? await holders(ctx.db, one) : []) found.set(person.id, person)
    const owner = one === 'owner' && campaign ? await personById(ctx.db, campaign.ownerId) : null
    if (owner?.active) found.set(owner.id, owner)
  }
  return [...found.values()]
}

const common: readonly string[] = ['admin', 'member', 'viewer', 'guest']
