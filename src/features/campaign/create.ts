/** From what somebody wished to a stored campaign with everything its template brings. */
import type { Address } from '../../kit/address.js'
import type { Answer, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import { findPerson, type Person, personById, takesPart } from '../people/index.js'
import {
  findTemplate,
  mustBeOffered,
  type PlanItemKey,
  phaseLabel,
  type Template,
  versionName,
} from '../template/index.js'
import { type Campaign, createCampaign, savePlanItem } from './campaign.repo.js'
import { campaignView, placeOf } from './campaign.views.js'
import { cast } from './cast.js'
import { datesOf } from './dates.js'

/** What `new` and `new from` are told. */
export interface Wish {
  name: string
  launch?: string | undefined
  end?: string | undefined
  type?: string | undefined
  theme?: string | undefined
  audience?: string | undefined
  form: string
  owner?: string | undefined
  /** `ecom-004`, `ecom-004 v2` or the name of a saved one. */
  template: string
  first?: string | undefined
  /** Sections of the plan that are written already. */
  plan?: Partial<Record<PlanItemKey, string>>
}

/** Characters a name may have. */
const longestName = 2000

/**
 * Creates the campaign, tells its channel, and answers with the list of what was created (F1, F2).
 * @throws UserError for a name that is too long, dates that cannot be, an owner who may only read, or no such template.
 */
export const create = async (ctx: Context, wish: Wish): Promise<Answer> => {
  const actor = ctx.actor
  if (!actor) throw new Error('a campaign needs somebody who creates it')
  mustBeShort(wish.name, 'name')
  const found = await findTemplate(ctx, wish.template)
  mustBeOffered(found)
  const { template } = found
  const dates = datesOf(wish, template, localDate(ctx.at, actor.zone))
  const owner = await ownerOf(ctx, actor.id, wish.owner)
  const { roles, standIns } = await cast(ctx, template, owner)
  const { name, theme, audience, form, type = template.type } = wish
  const campaign = await createCampaign(ctx.db, {
    ...{ name, type, form, theme: theme ?? null, audience: audience ?? null },
    ...{ launchOn: dates.launchOn, endOn: dates.endOn },
    ...{ template: template.name, templateVersionId: template.saved?.id ?? null },
    ...{ ownerId: owner.id, createdById: actor.id, createdAt: ctx.at },
    ...{ language: ctx.t.language, zone: actor.zone },
    phases: dates.phases.map((phase) => ({ ...phase, label: phaseLabel(ctx.t, template, phase.key) })),
    roles,
    channels: channelsAt(ctx.place),
  })
  for (const [item, content] of Object.entries(wish.plan ?? {}))
    await savePlanItem(ctx.db, campaign.id, item, content)
  await announce(ctx, campaign, template)
  return { view: 'campaign.created', args: { campaign: String(campaign.id), standIns: standIns.join(',') } }
}

/** The channel it was created in follows it; a direct message is no channel. */
const channelsAt = (place: Address | null) =>
  place?.channel === undefined ? [] : [{ platform: place.platform, channel: place.channel }]

/** @throws UserError when a campaign cannot be called so. */
export const mustBeShort = (name: string, field: string): void => {
  const length = [...name].length
  if (length > longestName)
    throw new UserError('campaign.error.nameLong', { length, max: longestName }, { field })
}

/** Records it, has the features above bring what `template` asks for, and shows it. */
export const announce = async (ctx: Context, campaign: Campaign, template: Template): Promise<void> => {
  const { id, name, launchOn, endOn, ownerId } = campaign
  const after = { name, template: madeFrom(template), launchOn, endOn, ownerId }
  await ctx.record({ action: 'campaign.created', subject: `campaign:${id}`, campaign: id, after })
  await ctx.emit('campaign.created', { campaign, template })
  await ctx.schedule(id, campaign.zone, 'all')
  const { subjects, ...view } = campaignView(campaign)
  const standing = { replaces: placeOf(campaign), subjects, because: 'campaign.created' }
  await ctx.tell({ campaign: id }, view, standing)
  if (ownerId !== ctx.actor?.id) await ctx.tell({ person: ownerId }, view, standing)
}

const madeFrom = ({ name, saved }: Template): string => (saved ? versionName(saved) : name)

const ownerOf = async (ctx: Context, actorId: string, named?: string): Promise<Person> => {
  const owner =
    named === undefined ? await personById(ctx.db, actorId) : await findPerson(ctx, named, 'owner')
  if (!owner) throw new Error(`the acting person ${actorId} is not stored`)
  if (takesPart(owner)) return owner
  throw new UserError('campaign.error.reads', { name: cut(owner.name, 60) }, { field: 'owner' })
}
