/** Saving the plan of a campaign as a version of a template: checked, numbered, recorded. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import type { Prisma } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef, changeCampaign, mustHold } from '../campaign/index.js'
import {
  addVersion,
  builtIn,
  type Content,
  contentFrom,
  keyOf,
  mostTasks,
  splitVersion,
  templateUsed,
  type Version,
  versionName,
  versionsOf,
} from '../template/index.js'
import { differences } from './diff.js'
import { planOf } from './plan.js'
import { saveUse, type Use } from './reuse.repo.js'
import { savedCard } from './save.cards.js'

/** Characters of a template's name: it is typed again and again. */
const longestName = 60

/** @throws UserError for a name that cannot be, a plan that is none, or somebody who may not keep templates of it. */
export const save = async (ctx: Context, campaign: Campaign, typed: string, note?: string) => {
  mustHold(ctx, campaign, 'templates')
  const name = nameFrom(typed)
  const key = keyOf(name)
  mustRestOn(campaign, key)
  const { origin, ...plan } = await planOf(ctx, ctx.t, campaign)
  const content = wholeOf(campaign, plan.content)
  const row = await keep(ctx, { campaign, name, key, content, note: note ?? null })
  await follow(ctx, campaign, row, { content, numbers: plan.numbers })
  const said = { name: row.name, version: row.version, from: campaignRef(campaign.id), note: row.note }
  const subject = `template:${row.id}`
  await ctx.record({ action: 'template.saved', subject, campaign: campaign.id, after: said })
  return savedCard({ row, content, before: origin.content, entries: differences(origin.content, content) })(
    ctx.t,
  )
}

const nameFrom = (typed: string): string => {
  const name = typed.trim().replace(/\s+/gu, ' ')
  const length = [...name].length
  if (length > longestName)
    throw new UserError('reuse.error.nameLong', { length, max: longestName }, { field: 'name' })
  const { name: bare, version } = splitVersion(name)
  if (version !== null)
    throw new UserError('reuse.error.nameVersion', { name: bare, version }, { field: 'name' })
  return name
}

/** A version of a built-in template keeps its sections and its sign-off: a campaign made from another has others. */
const mustRestOn = ({ template }: Campaign, key: string): void => {
  const own = builtIn(key)
  if (own === null || own === template) return
  throw new UserError('reuse.error.otherBase', { name: own, template }, { field: 'name' })
}

const wholeOf = ({ id }: Campaign, content: Content): Content => {
  const count = content.tasks.length
  if (count === 0)
    throw new UserError('reuse.error.noTasks', { campaign: campaignRef(id) }, { field: 'campaign' })
  if (count > mostTasks)
    throw new UserError('reuse.error.manyTasks', { count, max: mostTasks }, { field: 'campaign' })
  const checked = contentFrom(content)
  if (checked) return checked
  throw new UserError('reuse.error.unfit', { campaign: campaignRef(id) }, { field: 'campaign' })
}

interface New {
  campaign: Campaign
  name: string
  key: string
  content: Content
  note: string | null
}

/** @throws Overtaken when somebody saves the same template at the same moment: it is done again, with the next number */
const keep = async (ctx: Context, { campaign, name, key, content, note }: New): Promise<Version> => {
  const rows = await versionsOf(ctx.db, key)
  const own = builtIn(key)
  const version = Math.max(own ? 1 : 0, ...rows.map((row) => row.version)) + 1
  const called = rows[0]?.name ?? own ?? name
  const row = await addVersion(ctx.db, {
    ...{ name: called, key, version, base: campaign.template, note, campaignId: campaign.id },
    ...{ content: content as Prisma.InputJsonObject, authorId: ctx.actor?.id ?? '', createdAt: ctx.at },
  })
  if (row) return row
  throw new Overtaken('reuse.error.saving', { name: cut(versionName({ name: called, version }), 80) })
}

/** The campaign is what its own template has become. */
const follow = async (ctx: Context, campaign: Campaign, row: Version, use: Use): Promise<void> => {
  const { name, saved } = await templateUsed(ctx.db, campaign)
  if (keyOf(saved?.name ?? name) !== row.key) return
  await saveUse(ctx.db, campaign.id, use)
  const after = { template: versionName(row) }
  await changeCampaign(ctx, campaign, {
    ...{ action: 'campaign.template', before: { template: saved ? versionName(saved) : name }, after },
    data: { templateVersionId: row.id },
  })
}
