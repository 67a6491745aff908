/** A programme with its campaigns: stage, dates, progress, what is late; and the list of programmes. */
import { button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type Campaign, campaignRef, rangeText } from '../campaign/index.js'
import type { Counts } from '../task/index.js'
import { typable } from '../template/index.js'
import { isOutside, periodOf } from './programme.js'
import type { Programme } from './programme.repo.js'

export interface Line {
  campaign: Pick<Campaign, 'id' | 'name' | 'status' | 'stage' | 'launchOn' | 'endOn' | 'region'>
  counts: Pick<Counts, 'done' | 'total' | 'late'>
}

export interface ProgrammeState {
  programme: Pick<Programme, 'name'>
  /** By their dates. */
  lines: readonly Line[]
  /** Campaigns it has in all. */
  total: number
}

export const programmeCard =
  ({ programme, lines, total }: ProgrammeState) =>
  (t: Translate): Card => {
    const name = cut(programme.name, 60)
    const period = periodOf(programme.name)
    const late = lines.reduce((sum, { counts }) => sum + counts.late, 0)
    return card(
      t('programme.card.title', { name }),
      [
        text(t('programme.card.summary', { count: total, late })),
        lines.length === 0
          ? note(t('programme.card.empty', { name }))
          : list(lines.map((line) => ({ text: lineOf(t, line, period), buttons: [open(t, line)] }))),
        total > lines.length ? note(t('programme.card.more', { count: total - lines.length })) : null,
      ],
      late > 0 ? 'warn' : 'plain',
    )
  }

const lineOf = (t: Translate, { campaign, counts }: Line, period: ReturnType<typeof periodOf>): Text => {
  const { id, name, status, stage, launchOn, endOn } = campaign
  const open = status === 'active'
  return join([
    [{ bold: `${campaignRef(id)} · ${cut(name, 60)}` }],
    open ? t.named('campaign.stage', stage) : t.named('campaign.status', status),
    rangeText(launchOn, endOn),
    t('programme.card.progress', { done: counts.done, total: counts.total }),
    ...(open && counts.late > 0 ? [t('programme.card.late', { late: counts.late })] : []),
    ...(isOutside(campaign, period) ? [t('programme.card.outside')] : []),
  ])
}

const open = (t: Translate, { campaign: { id } }: Line) =>
  button(t('campaign.card.open'), 'show', { campaign: campaignRef(id) })

export const programmesCard =
  ({ programmes, total }: { programmes: readonly Pick<Programme, 'id' | 'name'>[]; total: number }) =>
  (t: Translate): Card =>
    card(t('programme.list.title', { count: total }), [
      total === 0 ? note(t('programme.list.none')) : null,
      list(
        programmes.map(({ id, name }) => ({
          text: cut(name, 60),
          buttons: [button(t('campaign.card.open'), 'programme', { programme: typable(name, id) })],
        })),
      ),
      total > programmes.length ? note(t('programme.list.more', { count: total - programmes.length })) : null,
    ])
