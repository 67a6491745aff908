/** A regional copy: plan, phases, tasks, KPIs and goals of a campaign on other days, with a local owner (F123). */
import { button } from '../../kit/card.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut, plainText } from '../../kit/text.js'
import { addDays, daysBetween, localDate } from '../../kit/time.js'
import {
  announce,
  type Campaign,
  campaignById,
  campaignRef,
  changeCampaign,
  copiesOf,
  createCampaign,
  detailsOf,
  mustBeShort,
  mustLead,
  saveDetail,
  savePhase,
  savePlanItem,
} from '../campaign/index.js'
import { copyGoals } from '../goal/index.js'
import { findPerson, type Person, personById, takesPart } from '../people/index.js'
import { rolesOf, templateFrom } from '../template/index.js'
import { inTurn, wordsOf } from './origin.js'
import { planOf } from './plan.js'
import { copyFor, launchOf } from './region.js'
import { saveUse } from './reuse.repo.js'

export interface Wish {
  region: string
  launch?: string | undefined
  owner?: string | undefined
}

export interface Copied {
  /** What it is the copy of: of a copy, what that is the copy of. */
  root: Campaign
  copy: Campaign
  days: number
  tasks: number
  kpis: number
  goals: number
}

/** @throws UserError for a campaign that was called off, a region that has its copy, and an owner who may only read. */
export const copy = async (ctx: Context, model: Campaign, wish: Wish): Promise<Copied> => {
  mustLead(ctx, model)
  const root = await rootOf(ctx, model)
  await mustBeFree(ctx, model, root, wish.region)
  const owner = await ownerOf(ctx, wish.owner)
  const launchOn = launchOf(wish.launch, model.launchOn, localDate(ctx.at, owner.zone))
  const { content, origin } = await planOf(ctx, ctx.t, model)
  const template = templateFrom(content)
  const made = await create(ctx, { model, root, owner, launchOn, region: wish.region }, rolesOf(template))
  await announce(ctx, made, template)
  const keys = inTurn(content.tasks)
  await saveUse(ctx.db, made.id, { content: origin.content, numbers: keys })
  const goals = await copyGoals(ctx, model, made)
  const after = { region: wish.region, copy: campaignRef(made.id), of: campaignRef(model.id) }
  // Two copies for one region at once: one of them finds the other, because both change the root.
  await changeCampaign(ctx, root, { action: 'campaign.copied', after })
  const counts = { tasks: content.tasks.length, kpis: content.kpis.length, goals }
  const days = daysBetween(model.launchOn, launchOn)
  return { root, copy: (await campaignById(ctx.db, made.id)) ?? made, days, ...counts }
}

const rootOf = async (ctx: Context, model: Campaign): Promise<Campaign> =>
  (model.parentId === null ? null : await campaignById(ctx.db, model.parentId)) ?? model

const mustBeFree = async (ctx: Context, model: Campaign, root: Campaign, region: string): Promise<void> => {
  if (model.status === 'cancelled')
    throw new UserError('reuse.error.cancelled', { campaign: campaignRef(model.id) }, { field: 'campaign' })
  const other = copyFor(await copiesOf(ctx.db, root.id), region)
  if (!other) return
  const said = { region: cut(region, 60), campaign: campaignRef(other.id) }
  const buttons = [button(ctx.t('reuse.copy.show'), 'show', { campaign: said.campaign })]
  throw new UserError('reuse.error.region', said, { field: 'region', buttons })
}

const ownerOf = async (ctx: Context, named: string | undefined): Promise<Person> => {
  const owner =
    named === undefined
      ? await personById(ctx.db, ctx.actor?.id ?? '')
      : await findPerson(ctx, named, 'owner')
  if (!owner) throw new Error('a copy needs somebody who makes it')
  if (takesPart(owner)) return owner
  throw new UserError('campaign.error.reads', { name: cut(owner.name, 60) }, { field: 'owner' })
}

interface New {
  model: Campaign
  root: Campaign
  owner: Person
  launchOn: string
  region: string
}

/** Every position is the local owner's until somebody is named for it: nobody elsewhere is given work unasked. */
const create = async (ctx: Context, made: New, roles: readonly string[]): Promise<Campaign> => {
  const { model, root, owner, launchOn, region } = made
  const days = daysBetween(model.launchOn, launchOn)
  const name = plainText(wordsOf(ctx.t, model)('reuse.copy.name', { name: root.name, region }))
  mustBeShort(name, 'region')
  const { type, form, theme, audience, template, templateVersionId, language } = model
  const phases = model.phases.map((phase) => ({
    ...phase,
    ...{ fromOn: addDays(phase.fromOn, days), toOn: addDays(phase.toOn, days) },
  }))
  const stored = await createCampaign(ctx.db, {
    ...{ name, type, form, theme, audience, template, templateVersionId, language, region },
    ...{ parentId: root.id, launchOn, endOn: addDays(model.endOn, days), zone: owner.zone },
    ...{ ownerId: owner.id, createdById: ctx.actor?.id ?? owner.id, createdAt: ctx.at },
    phases: phases.map(({ key, label, fromOn, toOn }) => ({ key, label, fromOn, toOn })),
    roles: roles.map((role) => ({ role, personId: owner.id })),
    channels: [],
  })
  for (const phase of phases)
    if (phase.reason !== null) await savePhase(ctx.db, stored.id, phase, phase.reason)
  // Whoever answers for a phase elsewhere does not here: without a name it is the local owner.
  for (const { campaignId: _, key, ...detail } of await detailsOf(ctx.db, model.id))
    await saveDetail(ctx.db, stored.id, key, { ...detail, ownerId: null })
  // Numbered goals are written anew, with the copy's own days and people.
  for (const { item, content } of model.planItems)
    if (item !== 'goals.rows') await savePlanItem(ctx.db, stored.id, item, content)
  return (await campaignById(ctx.db, stored.id)) ?? stored
}
