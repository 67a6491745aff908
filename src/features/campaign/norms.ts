/** Phases that are longer or shorter than their template takes for normal (R9 to R12, F4): a warning, never a block. */
import type { Block } from '../../kit/card.js'
import { actions, button, note } from '../../kit/card.js'
import type { Fact } from '../../kit/feature.js'
import { lengthInDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { type PhaseKey, templateNamed } from '../template/index.js'
import { byDate, campaignRef, type Span } from './campaign.js'
import { phaseName } from './phases.js'

export interface Deviation {
  key: PhaseKey
  days: number
  least: number
  most: number
  /** Why, when somebody said so. */
  reason: string | null
}

interface Phased {
  id: number
  template: string
  phases: readonly (Span & { reason: string | null })[]
}

/** The phases off their norm, in the order of their days. */
export const deviations = ({ template, phases }: Pick<Phased, 'template' | 'phases'>): Deviation[] =>
  byDate(phases).flatMap(({ key, fromOn, toOn, reason }) => {
    const phase = templateNamed(template).phases.find((one) => one.key === key)
    const days = lengthInDays(fromOn, toOn)
    if (!phase?.norm) return []
    const [least, most] = phase.norm
    return least <= days && days <= most ? [] : [{ key: phase.key, days, least, most, reason }]
  })

const paramsOf = ({ days, least, most }: Deviation) => ({
  days,
  norm: least === most ? String(least) : `${least}–${most}`,
})

/** A line for each that nobody has explained yet, with the way to do so. */
export const normFacts = (campaign: Phased): Fact[] =>
  deviations(campaign)
    .filter(({ reason }) => reason === null)
    .map((one) => ({
      key: `campaign.fact.norm.${one.key}` as const,
      params: paramsOf(one),
      open: {
        label: 'campaign.norm.explain',
        command: 'phase-reason',
        args: { phase: one.key, campaign: campaignRef(campaign.id) },
      },
    }))

/** What is said of one phase when it has just been set. */
export const normNote = (t: Translate, campaign: Phased, key: string): Block[] =>
  deviations(campaign)
    .filter((one) => one.key === key && one.reason === null)
    .flatMap((one) => [
      note(t('campaign.norm.off', { ...paramsOf(one), phase: phaseName(t, campaign, key) })),
      actions(
        button(t('campaign.norm.explain'), 'phase-reason', {
          phase: key,
          campaign: campaignRef(campaign.id),
        }),
      ),
    ])
