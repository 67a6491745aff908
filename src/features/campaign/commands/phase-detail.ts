/** `phase detail`: what the execution plan says of a phase – its owner, task, criterion, resources, risk (002-T1, 003-T3). */
import { z } from 'zod'
import { choice, long, word } from '../../../kit/args.js'
import { actions, button, type Card, card, fields } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { findPerson, personById, takesPart } from '../../people/index.js'
import { titleOf } from '../campaign.cards.js'
import { campaignRef } from '../campaign.js'
import type { Campaign } from '../campaign.repo.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { detailTexts, keepDetails, longestDetail, splitRiskPlan } from '../detail.js'
import { type DetailChange, detailsOf, type PhaseDetail } from '../detail.repo.js'
import { findCampaign } from '../find.js'
import { phaseCalled, phaseName } from '../phases.js'
import { rangeText } from '../plan.js'

const columns = [
  'owner',
  'core',
  'criterion',
  'resources',
  'risk',
  'response',
  'risk-plan',
  'remarks',
] as const
type Column = (typeof columns)[number]

export const phaseDetail = defineCommand({
  name: 'phase-detail',
  args: z.object({
    phase: word(200),
    column: choice(columns),
    text: long(longestDetail),
    campaign: word().optional(),
  }),
  may: 'lead',
  async run(ctx, { phase, column, text, campaign: named }) {
    const args: Record<string, string> = text.length > 500 ? { phase, column } : { phase, column, text }
    const campaign = await findCampaign(ctx, named, { command: 'phase-detail', args })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const { key, label } = phaseCalled(ctx.t, campaign, phase)
    if (!campaign.phases.some((one) => one.key === key))
      throw new UserError('campaign.error.noDays', { phase: label }, { field: 'phase' })
    const data = await dataFor(ctx, column, text)
    const before = (await detailsOf(ctx.db, campaign.id)).find((one) => one.key === key)
    await keepDetails(ctx.db, campaign.id, [{ key, data }])
    const changed = Object.fromEntries(Object.keys(data).map((name) => [name, valueIn(before, name)]))
    const what = { before: { key, ...changed }, after: { key, ...data } }
    const now = await change(ctx, campaign, { action: 'campaign.phase-detail', ...what })
    return doneCard(ctx, now, key)
  },
})

const valueIn = (detail: PhaseDetail | undefined, name: string): string | null =>
  detail?.[name as keyof DetailChange] ?? null

/** A dash alone empties a column. */
const dataFor = async (ctx: Context, column: Column, text: string): Promise<DetailChange> => {
  const nothing = /^[-–—]$/.test(text)
  if (column === 'owner') return { ownerId: nothing ? null : await ownerCalled(ctx, text) }
  if (column !== 'risk-plan') return { [column]: nothing ? null : text }
  return nothing ? { risk: null, response: null, joint: null } : splitRiskPlan(text)
}

const ownerCalled = async (ctx: Context, text: string): Promise<string> => {
  const person = await findPerson(ctx, text, 'text')
  if (takesPart(person)) return person.id
  throw new UserError('campaign.error.reads', { name: cut(person.name, 60) }, { field: 'text' })
}

/** Letters of a text that the answer repeats. */
const shown = 300

const doneCard = async ({ t, db }: Context, campaign: Campaign, key: string): Promise<Card> => {
  const detail = (await detailsOf(db, campaign.id)).find((one) => one.key === key)
  const owner = await personById(db, detail?.ownerId ?? campaign.ownerId)
  const span = campaign.phases.find((phase) => phase.key === key)
  const said = detailTexts.flatMap((column) => {
    const value = detail?.[column] ?? ''
    return value === '' ? [] : [[t.named('campaign.detail', column), cut(value, shown)] as const]
  })
  return card(
    titleOf(campaign),
    [
      fields([
        [phaseName(t, campaign, key), span ? rangeText(span.fromOn, span.toOn) : ''],
        [t.named('campaign.detail', 'owner'), cut(owner?.name ?? '', 60)],
        ...said,
      ]),
      actions(button(t('campaign.plan.execution'), 'execution-plan', { campaign: campaignRef(campaign.id) })),
    ],
    'good',
  )
}
