/** From what somebody asks about to the lines of the log: a campaign, an id, a noun, a person. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { formatId, type ParsedId, parseId } from '../../kit/ids.js'
import { type Campaign, findCampaign } from '../campaign/index.js'
import { kpisOf } from '../kpi/index.js'
import { findPerson } from '../people/index.js'
import { tasksOf } from '../task/index.js'
import { type Noun, nounCalled } from './audit.js'
import type { Filter } from './audit.repo.js'

export interface About {
  where: Filter
  /** What the list is about, as a heading. */
  title: string
}

/** The plan is written in the campaign and signed as an approval: both are its history (F125). */
const nounFilters: Readonly<Record<Noun, Filter>> = {
  plan: { OR: [{ action: 'campaign.plan' }, signing('plan')] },
  goals: { OR: [{ action: { startsWith: 'goal.' } }, signing('goals')] },
  campaign: { action: { startsWith: 'campaign.' } },
  task: { action: { startsWith: 'task.' } },
  approval: { action: { startsWith: 'approval.' } },
  kpi: { action: { startsWith: 'kpi.' } },
  report: { action: { startsWith: 'report.' } },
  issue: { action: { startsWith: 'issue.' } },
  calendar: { action: { startsWith: 'calendar.' } },
  template: { OR: [{ action: { startsWith: 'template.' } }, { action: 'campaign.template' }] },
  programme: { OR: [{ action: { startsWith: 'programme.' } }, { action: 'campaign.programme' }] },
  person: { subject: { startsWith: 'person:' } },
  clock: { action: { startsWith: 'clock.' } },
}

function signing(subject: string): Filter {
  return { action: { startsWith: 'approval.' }, after: { path: ['subject'], equals: subject } }
}

/** The daily ticks would push everything else out of sight; `audit clock` shows them. */
const withoutTicks: Filter = { action: { not: 'clock.ran' } }

/**
 * The lines meant by `text`: an id (C-1, M-003, A-7, K-2), a noun, a person; else the campaign of this channel.
 * @throws UserError when it is unknown, or when the campaign is not clear.
 */
export const aboutWhat = async (
  ctx: Context,
  text: string | undefined,
  named: string | undefined,
): Promise<About> => {
  const meant = () =>
    findCampaign(ctx, named, { command: 'audit', args: text === undefined ? {} : { about: text } })
  if (text === undefined) return aboutCampaign(await meant(), withoutTicks)
  const id = parseId(text)
  if (id) return aboutId(ctx, text, id, named)
  const noun = nounCalled(text, (one) => ctx.t.named('audit.nouns', one))
  // Who joined, who may do what and which days are worked belong to no campaign.
  if (noun === 'person' || noun === 'calendar') return { where: nounFilters[noun], title: text }
  if (noun) return aboutCampaign(await meant(), nounFilters[noun], text)
  const person = await findPerson(ctx, text, 'about')
  const theirs: Filter = { OR: [{ actorId: person.id }, { subject: `person:${person.id}` }] }
  return named === undefined
    ? { where: theirs, title: person.name }
    : aboutCampaign(await meant(), theirs, person.name)
}

const aboutCampaign = ({ id, name }: Campaign, filter: Filter, what?: string): About => ({
  where: { AND: [{ campaignId: id }, filter] },
  title: [what, formatId('C', id), name].filter((part) => part !== undefined).join(' · '),
})

const aboutId = async (
  ctx: Context,
  text: string,
  id: ParsedId,
  named: string | undefined,
): Promise<About> => {
  if (id.prefix === 'C') return aboutCampaign(await findCampaign(ctx, text), withoutTicks)
  if (id.prefix === 'A')
    return { where: { subject: `approval:${id.number}` }, title: formatId('A', id.number) }
  if (id.prefix === 'G') return { where: { subject: `goal:${id.number}` }, title: formatId('G', id.number) }
  if (id.prefix === 'I') return { where: { subject: `issue:${id.number}` }, title: formatId('I', id.number) }
  const ref = id.campaign === undefined ? named : formatId('C', id.campaign)
  const campaign = await findCampaign(ctx, ref, { command: 'audit', args: { about: text } })
  const subject = await subjectOf(ctx, campaign, id)
  if (subject === null) throw new UserError('audit.error.unknown', { given: text }, { field: 'about' })
  return aboutCampaign(campaign, { subject }, formatId(id.prefix, id.number))
}

/** Numbers of tasks and KPIs count within their campaign; the log names the stored row. */
const subjectOf = async (
  ctx: Context,
  campaign: Campaign,
  { prefix, number }: ParsedId,
): Promise<string | null> => {
  const isMeant = (one: { number: number }) => one.number === number
  if (prefix !== 'M' && prefix !== 'K') return null
  const found = (
    prefix === 'M' ? await tasksOf(ctx.db, campaign.id) : await kpisOf(ctx.db, campaign.id)
  ).find(isMeant)
  return found ? `${prefix === 'M' ? 'task' : 'kpi'}:${found.id}` : null
}
