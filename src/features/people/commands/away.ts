/** `away`: who is asked instead of somebody who is not there for some days (out of office, peers D6). */
import { z } from 'zod'
import { someone, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Actor, Context } from '../../../kit/context.js'
import { parseDate, parseRange } from '../../../kit/dates.js'
import { UserError } from '../../../kit/errors.js'
import { type LocalDate, lengthInDays, localDate } from '../../../kit/time.js'
import { endAbsences, nextAbsence, planAbsence } from '../absence.repo.js'
import { findPerson } from '../find.js'
import { takesPart } from '../people.js'
import { personById, registeredDeputies } from '../people.repo.js'

/** Days; whoever is away for longer hands the position over. */
const longest = 120

export const away = defineCommand({
  name: 'away',
  args: z.object({ days: word(60), deputy: someone().optional() }),
  may: 'work',
  async run(ctx, { days, deputy }) {
    const me = acting(ctx)
    const today = localDate(ctx.at, me.zone)
    const range = rangeIn(days, today)
    const standIn = await deputyFor(ctx, me, deputy)
    await planAbsence(ctx.db, { personId: me.id, ...range, deputyId: standIn.id }, today)
    await ctx.record({
      action: 'person.away',
      subject: `person:${me.id}`,
      after: { ...range, deputy: standIn.id },
    })
    await ctx.emit('person.away', { personId: me.id, deputyId: standIn.id, ...range })
    await ctx.changed(`approvals-of:${standIn.id}`)
    const params = { from: range.fromOn, to: range.toOn, name: standIn.name }
    return card(ctx.t('people.away.title'), [text(ctx.t('people.away.done', params))], 'good')
  },
})

export const back = defineCommand({
  name: 'back',
  args: z.object({}),
  may: 'work',
  async run(ctx) {
    const me = acting(ctx)
    const today = localDate(ctx.at, me.zone)
    const planned = await nextAbsence(ctx.db, me.id, today)
    const deputies = await endAbsences(ctx.db, me.id, today)
    await ctx.changed(...deputies.map((id) => `approvals-of:${id}`))
    if (planned) await ctx.record({ action: 'person.back', subject: `person:${me.id}` })
    return card(ctx.t(planned ? 'people.away.back' : 'people.away.none'), [], 'good')
  },
})

const acting = (ctx: Context): Actor => {
  if (!ctx.actor) throw new Error('somebody is away')
  return ctx.actor
}

const rangeIn = (text: string, today: LocalDate): { fromOn: LocalDate; toOn: LocalDate } => {
  const day = parseDate(text, today)
  const range = day ? { from: day, to: day } : parseRange(text, today)
  if (!range) throw new UserError('people.error.awayDays', { given: text }, { field: 'days' })
  if (range.to < today || lengthInDays(range.from, range.to) > longest)
    throw new UserError('people.error.awayReach', { max: longest }, { field: 'days' })
  return { fromOn: range.from, toOn: range.to }
}

/** Whoever is named, else the registered deputy. */
const deputyFor = async (ctx: Context, me: Actor, named: string | undefined) => {
  const [registered] = named === undefined ? await registeredDeputies(ctx.db, [me.id]) : []
  const person =
    named === undefined
      ? registered && (await personById(ctx.db, registered))
      : await findPerson(ctx, named, 'deputy')
  if (!person) throw new UserError('people.error.awayDeputy', {}, { field: 'deputy', missing: true })
  if (person.id === me.id) throw new UserError('people.error.ownDeputy', {}, { field: 'deputy' })
  if (takesPart(person)) return person
  throw new UserError('people.error.deputyReads', { name: person.name }, { field: 'deputy' })
}
