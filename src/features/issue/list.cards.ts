/** How several issues look: those still to be solved by remaining time, below them what waits to be confirmed (F86). */
import {
  actions,
  type Block,
  type Button,
  button,
  type Card,
  card,
  list,
  note,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { isOverdue } from './issue.js'
import { issueLine, type Names, openButton, statusButtons } from './issue.lines.js'
import type { Issue } from './issue.repo.js'

const mostLines = 20

export interface ListState {
  /** Null: those of one person over all campaigns. */
  campaign: { id: number; name: string } | null
  /** By remaining time. */
  open: readonly Issue[]
  /** Waits to be confirmed. */
  handled: readonly Issue[]
  names: Names
  /** Names of campaigns by id, where several are shown. */
  campaigns: Readonly<Record<number, string>>
  at: Date
}

export const listCard =
  (state: ListState) =>
  (t: Translate, { zone }: Pick<Viewer, 'zone'>): Card => {
    const { open, handled, at } = state
    const late = open.filter((issue) => isOverdue(issue, at)).length
    const blocks = [
      open.length + handled.length === 0 ? text(t('issue.list.empty')) : null,
      late > 0 ? text(t('issue.list.late', { count: late })) : null,
      ...lines(t, state, open, zone),
      handled.length > 0 ? heading(t, handled.length) : null,
      ...lines(t, state, handled, zone),
      actions(addButton(t, state)),
    ]
    const tone = late > 0 ? 'bad' : open.length + handled.length > 0 ? 'warn' : 'good'
    return card(titleOf(t, state), blocks, tone)
  }

const titleOf = (t: Translate, { campaign, open }: ListState): Text =>
  campaign
    ? t('issue.list.title', { count: open.length, campaign: cut(campaign.name, 80) })
    : t('issue.list.mine', { count: open.length })

const addButton = (t: Translate, { campaign }: ListState): Button =>
  button(t('issue.button.add'), 'issue-add', campaign ? { campaign: formatId('C', campaign.id) } : {})

const heading = (t: Translate, count: number): Block =>
  text([{ bold: plainText(t('issue.list.handled', { count })) }])

const lines = (t: Translate, state: ListState, issues: readonly Issue[], zone: string): Block[] => {
  if (issues.length === 0) return []
  const items = issues.slice(0, mostLines).map((issue) => {
    const name = state.campaign ? undefined : state.campaigns[issue.campaignId]
    const line = issueLine(t, issue, { ...state, zone })
    return {
      text: name === undefined ? line : join([line, cut(name, 30)]),
      buttons: [...statusButtons(t, issue), openButton(t, issue)],
    }
  })
  const more = issues.length - items.length
  return [list(items), ...(more > 0 ? [note(t('issue.list.more', { count: more }))] : [])]
}
