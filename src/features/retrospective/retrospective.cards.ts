/** How a retrospective looks: its rows with their measures, the sections of the report, and what somebody is asked to do. */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { campaignRef, isOpen } from '../campaign/index.js'
import { isLate, partText, reportDimensions, reportDimensionText } from './retrospective.js'
import type { RetroRow, RetroSection } from './retrospective.repo.js'

const mostShown = 20

interface State {
  campaign: { id: number; name: string; status: string }
  rows: readonly RetroRow[]
  /** Names of people by id. */
  names: ReadonlyMap<string, string>
  today: LocalDate
}

export interface RetroState extends State {
  sections: readonly RetroSection[]
}

/** All rows (003-T6), what is open first, then the report (004-T4). */
export const retroCard =
  (state: RetroState) =>
  (t: Translate): Card => {
    const { campaign, rows } = state
    const open = rows.filter(({ measure, doneAt }) => measure !== null && doneAt === null)
    const shown = [...open, ...rows.filter((row) => !open.includes(row))].slice(0, mostShown)
    const more = rows.length - shown.length
    const late = open.some((row) => isLate(row, state.today))
    return card(
      t('retrospective.title', { campaign: campaignRef(campaign.id), name: cut(campaign.name, 80) }),
      [
        rows.length === 0
          ? text(t('retrospective.empty'))
          : list(shown.map((row) => itemOf(t, state, row, null))),
        more > 0 ? note(t('retrospective.more', { count: more })) : null,
        ...report(t, state.sections),
        ways(t, campaign),
      ],
      late ? 'warn' : 'plain',
    )
  }

/** Measures that somebody has to see to; one that is somebody else's by now says whose. */
export const mineCard =
  (state: State) =>
  (t: Translate, { person }: Viewer): Card => {
    const ref = campaignRef(state.campaign.id)
    const params = { count: state.rows.length, campaign: ref, name: cut(state.campaign.name, 80) }
    const shown = state.rows.slice(0, mostShown)
    const more = state.rows.length - shown.length
    return card(t('retrospective.mine', params), [
      list(shown.map((row) => itemOf(t, state, row, person))),
      more > 0 ? note(t('retrospective.more', { count: more })) : null,
      actions(button(t('retrospective.button.list'), 'retro', { campaign: ref })),
    ])
  }

const itemOf = (t: Translate, { campaign, names, today }: State, row: RetroRow, only: string | null) => {
  const { number, part, measure, ownerId, plannedOn, doneAt } = row
  const who = ownerId === null ? [] : [names.get(ownerId) ?? ownerId]
  const line: Text = join([
    [`${number}. `, ...(measure ? [{ bold: cut(measure, 300) }, ' · '] : []), cut(partText(t, part), 40)],
    ...who,
    ...(plannedOn === null ? [] : [plannedOn]),
    ...(isLate(row, today) ? [t('retrospective.late')] : []),
    ...reasons(t, row),
  ])
  const mine = only === null || only === ownerId
  const args = { row: number, campaign: campaignRef(campaign.id) }
  const done = button(t('retrospective.button.done'), 'retro-done', { ...args, seen: row.version })
  const asked = measure !== null && doneAt === null && mine && isOpen(campaign)
  return { text: line, ...(measure === null ? {} : { done: doneAt !== null }), buttons: asked ? [done] : [] }
}

const reasons = (t: Translate, row: RetroRow): Text[] =>
  (['success', 'shortcoming', 'cause'] as const).flatMap((column) => {
    const said = row[column]
    return said ? [t(`retrospective.said.${column}`, { text: cut(said, 200) })] : []
  })

/** The sections that are written, each with its heading; which of the four are not. */
const report = (t: Translate, sections: readonly RetroSection[]): Block[] => {
  const written = new Set(sections.map(({ dimension }) => dimension))
  const missing = reportDimensions.filter((one) => !written.has(one))
  const names = missing.map((one) => reportDimensionText(t, one)).join(' · ')
  const shown = sections.slice(0, mostShown)
  return [
    ...(shown.length === 0 ? [] : [text([{ bold: plainText(t('retrospective.report')) }])]),
    ...shown.map(({ dimension, content }) =>
      text([{ bold: cut(reportDimensionText(t, dimension), 60) }, `\n${cut(content, 500)}`]),
    ),
    ...(missing.length === 0 ? [] : [note(t('retrospective.unwritten', { names }))]),
  ]
}

const ways = (t: Translate, campaign: State['campaign']): Block => {
  const args = { campaign: campaignRef(campaign.id) }
  const change = [
    button(t('retrospective.button.add'), 'retro-add', args),
    button(t('retrospective.button.write'), 'retro-write', args),
  ]
  return actions(
    ...(isOpen(campaign) ? change : []),
    button(t('retrospective.button.measures'), 'export', { table: 'retrospective-measures', ...args }),
    button(t('retrospective.button.report'), 'export', { table: 'retrospective-report', ...args }),
  )
}
