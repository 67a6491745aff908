/** Narrows what of the log is shown: by who did it, what was done and on which days. */

import type { Context } from '../../kit/context.js'
import { parseDate } from '../../kit/dates.js'
import { UserError } from '../../kit/errors.js'
import { folded } from '../../kit/fold.js'
import { addDays, instant, type LocalDate, localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { findPerson } from '../people/index.js'
import { actionText } from './audit.cards.js'
import { partsOf } from './audit.js'
import { actionsWhere, type Filter } from './audit.repo.js'

export interface Narrow {
  person?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** What `where` is narrowed by, and the words of it. */
export interface Narrowed {
  filters: Filter[]
  words: string[]
}

/**
 * @param where what is shown without it: only actions that occur there are looked among
 * @throws UserError for a person, an action or a day that is not there
 */
export const narrowed = async (
  ctx: Context,
  { person, action, from, to }: Narrow,
  where: Filter,
): Promise<Narrowed> => {
  const done: Narrowed = { filters: [], words: [] }
  if (person !== undefined) {
    const { id, name } = await findPerson(ctx, person, 'person')
    done.filters.push({ actorId: id })
    done.words.push(name)
  }
  if (action !== undefined) {
    const meant = actionsCalled(ctx.t, action, await actionsWhere(ctx.db, where))
    if (meant.length === 0) throw new UserError('audit.error.action', { given: action }, { field: 'action' })
    done.filters.push({ action: { in: meant } })
    done.words.push(action)
  }
  const days = daysBetween(ctx, from, to)
  return { filters: [...done.filters, ...days.filters], words: [...done.words, ...days.words] }
}

/** Those of `actions` called so as they are stored (`approval.reject`, `reject`) or in the words of the log. */
const actionsCalled = (t: Translate, typed: string, actions: readonly string[]): string[] => {
  const meant = folded(typed)
  const exactly = (action: string) =>
    [action, partsOf(action).verb, actionText(t, action)].some((name) => folded(name) === meant)
  const exact = actions.filter(exactly)
  return exact.length > 0 ? exact : actions.filter((action) => folded(actionText(t, action)).includes(meant))
}

/** Whole days where the actor lives; the last one is included. */
const daysBetween = (ctx: Context, from: string | undefined, to: string | undefined): Narrowed => {
  const zone = ctx.actor?.zone ?? ctx.defaults.zone
  const today = localDate(ctx.at, zone)
  const first = from === undefined ? null : dayIn(from, today, 'from')
  const last = to === undefined ? null : dayIn(to, today, 'to')
  if (first && last && last < first)
    throw new UserError('audit.error.days', { from: first, to: last }, { field: 'to' })
  const at = {
    ...(first && { gte: instant(first, '00:00', zone) }),
    ...(last && { lt: instant(addDays(last, 1), '00:00', zone) }),
  }
  return first || last
    ? { filters: [{ at }], words: [`${first ?? ''} – ${last ?? ''}`.trim()] }
    : { filters: [], words: [] }
}

const dayIn = (text: string, today: LocalDate, field: string): LocalDate => {
  const date = parseDate(text, today)
  if (!date) throw new UserError('audit.error.date', { given: text }, { field })
  return date
}
