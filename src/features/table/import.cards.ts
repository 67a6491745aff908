/** How an import looks: before it is decided, and what has become of it. */
import { actions, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { listed } from '../template/index.js'
import { type Finding, worded } from './finding.js'
import type { Outcome } from './importer.js'
import type { PrintedTable } from './printed.js'
import { headingOf } from './read/recognise.js'

/** Lines of findings on a card. */
const shownFindings = 20

export interface ImportState {
  id: number
  version: number
  /** open, applied, dropped */
  status: string
  table: string
  /** The command that shows what was imported. */
  way: string
  campaign: { ref: string; name: string }
  outcome: Outcome
  refused: number
  findings: { shown: readonly Finding[]; count: number }
}

const tableName = (t: Translate, table: string): string => t.named(`table.${table}`, 'title')

const findingBlocks = (t: Translate, { shown, count }: ImportState['findings']) => {
  const lines = shown.slice(0, shownFindings)
  const more = count - lines.length
  return [
    lines.length > 0 ? list(lines.map((one) => ({ text: worded(t, one) }))) : null,
    more > 0 ? note(t('table.import.more', { count: more })) : null,
  ]
}

const isNothing = ({ added, changed }: Outcome): boolean => added + changed === 0

const countsText = (t: Translate, { outcome, refused }: Pick<ImportState, 'outcome' | 'refused'>) => {
  const { added, changed, unchanged } = outcome
  return text(t('table.import.counts', { added, changed, unchanged, refused }))
}

/** `M-003 素材制作：截止时间、优先级`, while it may still be decided. */
const touchedList = (t: Translate, { table, outcome, status }: ImportState) => {
  if (status !== 'open' || outcome.touched.length === 0) return null
  const columns = (keys: readonly string[]) =>
    listed(
      t,
      keys.map((key) => headingOf(t, table as PrintedTable, key)),
    )
  return list(
    outcome.touched.map((one) => ({
      text: t('table.import.touched', {
        name: one.id === '' ? one.name : `${one.id} ${one.name}`,
        columns: columns(one.columns),
      }),
    })),
  )
}

const decision = (t: Translate, { id, version, outcome }: ImportState) => {
  const args = { draft: id, seen: version }
  const count = outcome.added + outcome.changed
  return actions(
    button(t('table.import.apply', { count }), 'import-apply', args, 'primary'),
    button(t('table.import.drop'), 'import-drop', args),
  )
}

const wayTo = (t: Translate, { way, campaign }: ImportState) =>
  actions(button(t.named('table.import.way', way), way, { campaign: campaign.ref }))

/** The preview while it is open, then what was decided. */
export const importCard =
  (state: ImportState) =>
  (t: Translate): Card => {
    const { status, table, campaign, outcome, refused } = state
    const open = status === 'open'
    const title =
      isNothing(outcome) && status !== 'dropped'
        ? 'nothing'
        : open
          ? 'title'
          : (status as 'applied' | 'dropped')
    return card(
      t(`table.import.${title}`, { table: tableName(t, table) }),
      [
        text(t('table.import.where', { campaign: campaign.ref, name: cut(campaign.name, 60) })),
        status === 'dropped' ? null : countsText(t, state),
        touchedList(t, state),
        ...(status === 'dropped' ? [] : findingBlocks(t, state.findings)),
        open && !isNothing(outcome) ? decision(t, state) : wayTo(t, state),
      ],
      status === 'dropped' ? 'plain' : refused > 0 ? 'warn' : open ? 'plain' : 'good',
    )
  }

/** No line can be kept: why not, line by line. */
export const refusedCard = (
  t: Translate,
  table: string,
  { findings, refused }: { findings: readonly Finding[]; refused: number },
): Card =>
  card(
    t('table.import.refused', { table: tableName(t, table), count: refused }),
    [...findingBlocks(t, { shown: findings, count: findings.length }), note(t('table.import.again'))],
    'bad',
  )
