/** How KPIs look: one with its last value, and the table of a campaign (004-T3). */
import { actions, button, type Card, card, fields, note, type Tone, table, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { limitText, rateFor, type State, shown, stateFor, targetText } from './kpi.js'
import type { Kpi } from './kpi.repo.js'
import { ratesBlocks } from './rates.cards.js'

const mostRows = 20
const none = '–'

export interface KpiState {
  kpi: Kpi
  campaign: { id: number; name: string; zone: string }
  /** Who gave the last value. */
  by: string
}

const tones: Readonly<Record<State, Tone>> = { ok: 'good', amber: 'warn', red: 'bad' }

/** The last value against target and limit; beyond the limit it is the alarm, with the measure that was planned (F97). */
export const kpiCard =
  ({ kpi, campaign, by }: KpiState) =>
  (t: Translate): Card => {
    const last = kpi.readings[0]
    const state = last ? stateFor(kpi, last.value) : null
    const params = { name: cut(kpi.name, 80), value: last ? shown(kpi, last.value) : none }
    const date = last ? `${localDate(last.at, campaign.zone)} ${localTime(last.at, campaign.zone)}` : none
    const measure = state !== null && state !== 'ok' && kpi.measure !== null
    return card(
      t(`kpi.card.${state ?? 'none'}`, params),
      [
        fields([
          [t('kpi.column.value'), params.value],
          [t('kpi.column.target'), targetText(kpi)],
          [t('kpi.column.rate'), rateLine(t, kpi)],
          [t('kpi.column.limit'), limitLine(t, kpi)],
        ]),
        measure ? text(t('kpi.card.measure', { measure: cut(kpi.measure ?? '', 500) })) : null,
        note([
          `${formatId('C', campaign.id)} ${cut(campaign.name, 80)}`,
          ...(last ? [` · ${by} · ${date}`] : []),
        ]),
        actions(
          enter(t, campaign.id, kpi),
          button(t('kpi.button.list'), 'kpis', { campaign: formatId('C', campaign.id) }),
        ),
      ],
      state === null ? 'plain' : tones[state],
    )
  }

const enter = (t: Translate, campaign: number, kpi?: Kpi) =>
  button(t('kpi.button.enter'), 'kpi', {
    ...(kpi && { metric: formatId('K', kpi.number) }),
    campaign: formatId('C', campaign),
  })

const rateLine = (t: Translate, kpi: Kpi): Text => {
  const rate = kpi.readings[0] && rateFor(kpi, kpi.readings[0].value)
  return rate ? t('kpi.rate', { rate }) : none
}

const limitLine = (t: Translate, kpi: Kpi): Text =>
  limitText(kpi) ?? t(kpi.better === 'down' ? 'kpi.relative.down' : 'kpi.relative.up')

export interface TableState {
  campaign: { id: number; name: string }
  kpis: readonly Kpi[]
}

/** Metric, target, last value, rate, threshold and state, one row each; below them the rates as bars. */
export const tableCard =
  ({ campaign, kpis }: TableState) =>
  (t: Translate): Card => {
    const title = t('kpi.table.title', { campaign: cut(campaign.name, 80) })
    if (kpis.length === 0) return card(title, [text(t('kpi.table.empty'))])
    const columns = ['metric', 'target', 'value', 'rate', 'limit', 'state'] as const
    const rows = kpis.slice(0, mostRows).map((kpi) => rowOf(t, kpi))
    return card(
      title,
      [
        table(
          columns.map((column) => t(`kpi.column.${column}`)),
          rows,
        ),
        kpis.length > mostRows ? note(t('kpi.table.more', { count: kpis.length - mostRows })) : null,
        ...ratesBlocks(t, kpis.slice(0, mostRows)),
        actions(enter(t, campaign.id)),
      ],
      toneOf(kpis),
    )
  }

const rowOf = (t: Translate, kpi: Kpi): Text[] => {
  const last = kpi.readings[0]
  return [
    `${formatId('K', kpi.number)} ${cut(kpi.name, 40)}`,
    targetText(kpi),
    last ? shown(kpi, last.value) : none,
    rateLine(t, kpi),
    limitLine(t, kpi),
    last ? t.named('kpi.state', stateFor(kpi, last.value)) : none,
  ]
}

const toneOf = (kpis: readonly Kpi[]): Tone => {
  const states = kpis.flatMap((kpi) => kpi.readings.map((reading) => stateFor(kpi, reading.value)))
  if (states.includes('red')) return 'bad'
  return states.includes('amber') ? 'warn' : 'plain'
}
