/** From what somebody wished to a stored campaign with everything its template brings. */
import type { Answer, Context } from '../../kit/context.js'
import { parseDate, parseRange } from '../../kit/dates.js'
import { UserError } from '../../kit/errors.js'
import { lengthInDays, localDate, type LocalDate } from '../../kit/time.js'
import { active, findPerson, holders, type Person, personById } from '../people/index.js'
import {
  type DatedPhase,
  endFor,
  isPublicPhase,
  launchFor,
  phaseLabel,
  phasesFor,
  rolesOf,
  type Template,
  type TemplateName,
  templateNamed,
} from '../template/index.js'
import { type Campaign, createCampaign } from './campaign.repo.js'
import { campaignView, placeOf } from './campaign.views.js'

/** What `new` and `new from` are told. */
export interface Wish {
  name: string
  launch?: string | undefined
  end?: string | undefined
  type: string
  theme?: string | undefined
  audience?: string | undefined
  form: string
  owner?: string | undefined
  template: TemplateName
  first?: string | undefined
}

/** Characters a name may have. */
const longestName = 2000

/**
 * Creates the campaign, tells its channel, and answers with the list of what was created (F1, F2).
 * @throws UserError for a name that is too long, dates that cannot be, or an owner who may only read.
 */
export const create = async (ctx: Context, wish: Wish): Promise<Answer> => {
  const actor = ctx.actor
  if (!actor) throw new Error('a campaign needs somebody who creates it')
  const length = [...wish.name].length
  if (length > longestName) {
    throw new UserError('campaign.error.nameLong', { length, max: longestName }, { field: 'name' })
  }
  const template = templateNamed(wish.template)
  const dates = datesOf(wish, template, localDate(ctx.at, actor.zone))
  const owner = await ownerOf(ctx, actor.id, wish.owner)
  const { roles, standIns } = await cast(ctx, template, owner)
  const { place, t } = ctx
  const campaign = await createCampaign(ctx.db, {
    name: wish.name,
    type: wish.type,
    template: template.name,
    theme: wish.theme ?? null,
    audience: wish.audience ?? null,
    form: wish.form,
    launchOn: dates.launchOn,
    endOn: dates.endOn,
    ownerId: owner.id,
    language: t.language,
    zone: actor.zone,
    createdById: actor.id,
    createdAt: ctx.at,
    phases: dates.phases.map((phase) => ({ ...phase, label: phaseLabel(t, template, phase.key) })),
    roles,
    channels: place?.channel === undefined ? [] : [{ platform: place.platform, channel: place.channel }],
  })
  await announce(ctx, campaign, template)
  return { view: 'campaign.created', args: { campaign: String(campaign.id), standIns: standIns.join(',') } }
}

const announce = async (ctx: Context, campaign: Campaign, template: Template): Promise<void> => {
  const { id, name, launchOn, endOn, ownerId } = campaign
  const after = { name, template: template.name, launchOn, endOn, ownerId }
  await ctx.record({ action: 'campaign.created', subject: `campaign:${id}`, campaign: id, after })
  await ctx.emit('campaign.created', { campaign, template })
  await ctx.schedule(id, campaign.zone, 'all')
  const { subjects, ...view } = campaignView(campaign)
  await ctx.tell({ campaign: id }, view, { replaces: placeOf(campaign), subjects, because: 'campaign.created' })
}

const ownerOf = async (ctx: Context, actorId: string, named?: string): Promise<Person> => {
  const owner = named === undefined ? await personById(ctx.db, actorId) : await findPerson(ctx, named, 'owner')
  if (!owner) throw new Error(`the acting person ${actorId} is not stored`)
  if (owner.roles.some(({ role }) => (active as readonly string[]).includes(role))) return owner
  throw new UserError('campaign.error.ownerReads', { name: owner.name }, { field: 'owner' })
}

/** One person for each position of the template: its only holder, else the general owner stands in (O33). */
const cast = async (ctx: Context, template: Template, owner: Person) => {
  const roles: { role: string; personId: string }[] = []
  const standIns: string[] = []
  for (const role of rolesOf(template)) {
    const [one, other] = role === 'project-lead' ? [owner] : await holders(ctx.db, role)
    const sole = one && !other ? one : null
    if (!sole) standIns.push(role)
    roles.push({ role, personId: (sole ?? owner).id })
  }
  return { roles, standIns }
}

interface Dates {
  launchOn: LocalDate
  endOn: LocalDate
  phases: DatedPhase[]
}

/** Launch, end and phases from what was typed. @throws UserError beside the field at fault */
export const datesOf = (wish: Pick<Wish, 'launch' | 'end' | 'first'>, template: Template, today: LocalDate): Dates => {
  const range = wish.launch !== undefined && wish.end === undefined ? parseRange(wish.launch, today) : null
  const launchOn = range ? inReach(range.from, 'launch') : launchOf(wish, template, today)
  const endOn = range?.to ?? (wish.end === undefined ? endFor(template, launchOn) : dateIn(wish.end, launchOn, 'end'))
  if (endOn < launchOn) throw new UserError('campaign.error.endFirst', { launch: launchOn, end: endOn }, { field: 'end' })
  const phases = phasesFor(template, launchOn, endOn)
  if (phases) return { launchOn, endOn, phases }
  const needed = template.phases.filter(({ key }) => isPublicPhase(key)).length
  throw new UserError('campaign.error.tooShort', { days: lengthInDays(launchOn, endOn), needed }, { field: 'end' })
}

const launchOf = ({ launch, first }: Pick<Wish, 'launch' | 'first'>, template: Template, today: LocalDate): LocalDate => {
  const byFirst = first === undefined ? null : launchFor(template, dateIn(first, today, 'first'))
  const byLaunch = launch === undefined ? null : dateIn(launch, today, 'launch')
  const launchOn = byLaunch ?? byFirst
  if (launchOn === null) throw new UserError('campaign.error.launchMissing', {}, { field: 'launch' })
  if (byFirst === null || byFirst === launchOn) return launchOn
  throw new UserError('campaign.error.twoLaunches', { launch: launchOn, first: byFirst }, { field: 'first' })
}

/** @throws UserError when `given` is no date, or lies where calendars end. */
export const dateIn = (given: string, today: LocalDate, field: string): LocalDate => {
  const date = parseDate(given, today)
  if (date === null) throw new UserError('campaign.error.date', { given }, { field })
  return inReach(date, field)
}

/** Typos such as 0204 or 20240 must not become campaigns of the Middle Ages. */
export const inReach = (date: LocalDate, field: string): LocalDate => {
  if (date >= '2000-01-01' && date < '2100-01-01') return date
  throw new UserError('campaign.error.far', { date }, { field })
}
