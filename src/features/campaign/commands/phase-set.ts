/** `phase set`: the days of a phase (F3). */
import { z } from 'zod'
import { day, word } from '../../../kit/args.js'
import { actions, button, type Card, card, note, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { parseId } from '../../../kit/ids.js'
import { lengthInDays, localDate } from '../../../kit/time.js'
import { gapNote, titleOf } from '../campaign.cards.js'
import { campaignRef, type Span } from '../campaign.js'
import type { Campaign } from '../campaign.repo.js'
import { mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'
import { movePhases } from '../move.js'
import { normNote } from '../norms.js'
import { phaseCalled, phaseName, spanIn } from '../phases.js'
import { rangeText } from '../plan.js'

export const phaseSet = defineCommand({
  name: 'phase-set',
  args: z.object({ phase: word(200), from: day(), to: day().optional(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, typed) {
    const given = campaignLast(typed)
    const campaign = await findCampaign(ctx, given.campaign, { command: 'phase-set', args: asTyped(given) })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const { key, label } = phaseCalled(ctx.t, campaign, given.phase)
    const phase = { key, label, ...spanIn(given, localDate(ctx.at, campaign.zone), campaign.launchOn) }
    return doneCard(ctx, campaign, await move(ctx, campaign, phase), phase)
  },
})

interface Given {
  phase: string
  from: string
  to?: string | undefined
  campaign?: string | undefined
}

/** `预热 6.1-6.10 C-1`: with both days in one word, the campaign stands where the second day would. */
const campaignLast = (given: Given): Given =>
  given.campaign === undefined && given.to !== undefined && parseId(given.to)?.prefix === 'C'
    ? { phase: given.phase, from: given.from, campaign: given.to }
    : given

const asTyped = (given: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const move = (ctx: Context, campaign: Campaign, phase: Span): Promise<Campaign> => {
  const days = ({ key, fromOn, toOn }: Span) => ({ key, fromOn, toOn })
  const before = campaign.phases.find(({ key }) => key === phase.key)
  return movePhases(ctx, campaign, [phase], {
    action: 'campaign.phase',
    before: before ? days(before) : null,
    after: days(phase),
  })
}

const doneCard = ({ t }: Context, before: Campaign, now: Campaign, { key, fromOn, toOn }: Span): Card => {
  const days = lengthInDays(fromOn, toOn)
  const moved = before.launchOn !== now.launchOn || before.endOn !== now.endOn
  return card(
    titleOf(now),
    [
      text(
        t('campaign.phase-set.done', { phase: phaseName(t, now, key), range: rangeText(fromOn, toOn), days }),
      ),
      gapNote(t, now),
      ...normNote(t, now, key),
      moved ? note(t('campaign.phase-set.moved', { launch: now.launchOn, end: now.endOn })) : null,
      actions(button(t('campaign.plan.show'), 'show', { campaign: campaignRef(now.id) })),
    ],
    'good',
  )
}
