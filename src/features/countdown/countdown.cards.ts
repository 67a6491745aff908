/** How the countdown looks, and the preview of a launch that moves. */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import { daysBetween, type LocalDate, localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { type Campaign, campaignRef, rangeText } from '../campaign/index.js'
import { countText, isLate } from './countdown.js'
import type { Milestone } from './countdown.repo.js'

export interface CountdownState {
  campaign: Campaign
  today: LocalDate
  milestones: readonly Milestone[]
  /** Who ticked them off, by id. */
  names: ReadonlyMap<string, string>
  /** Names of what stays when the launch moves. */
  fixed: readonly string[]
}

const titled = (t: Translate, { id, name }: Pick<Campaign, 'id' | 'name'>): string =>
  plainText(t('countdown.title', { campaign: campaignRef(id), name: cut(name, 80) }))

/** Lines a card shows of each kind; the rest is counted. */
export const most = 8

export const countdownCard =
  (state: CountdownState) =>
  (t: Translate): Card => {
    const { campaign, today, milestones, fixed } = state
    const campaignArg = { campaign: campaignRef(campaign.id) }
    const left = daysBetween(today, campaign.launchOn)
    return card(
      titled(t, campaign),
      [
        text(
          t('countdown.launch', {
            launch: campaign.launchOn,
            left,
            ahead: Math.max(0, left),
            past: Math.max(0, -left),
          }),
        ),
        list(
          milestones.map((one) => ({
            text: line(t, state, one),
            done: one.doneAt !== null,
            buttons: [tickButton(t, campaign.id, one)],
          })),
        ),
        fixed.length > 0
          ? note(t('countdown.fixed', { count: fixed.length, names: cut(fixed.join(', '), 300) }))
          : null,
        actions(button(t('countdown.button.launch'), 'launch', campaignArg)),
      ],
      milestones.some((one) => isLate(one, today)) ? 'warn' : 'plain',
    )
  }

const line = (t: Translate, { campaign, today, names }: CountdownState, milestone: Milestone): Text => {
  const { key, fromOn, toOn, doneAt, doneById } = milestone
  const late = daysBetween(toOn, today)
  const state = doneAt
    ? t('countdown.done', { by: names.get(doneById ?? '') ?? '–', date: localDate(doneAt, campaign.zone) })
    : late > 0
      ? t('countdown.late', { count: late })
      : null
  const parts = [`${countText(milestone, campaign.launchOn)} `, { bold: t.named('countdown.milestone', key) }]
  return join([parts, rangeText(fromOn, toOn), ...(state ? [state] : [])])
}

const tickButton = (t: Translate, campaign: number, { key, doneAt }: Milestone) =>
  button(t(doneAt ? 'countdown.button.reopen' : 'countdown.button.done'), 'milestone', {
    milestone: key,
    to: doneAt ? 'open' : 'done',
    campaign: formatId('C', campaign),
  })

/** How many more there are than a card shows. */
export const rest = (t: Translate, all: readonly unknown[]): Block | null =>
  all.length > most ? note(t('countdown.more', { count: all.length - most })) : null

export interface MovedState {
  campaign: Campaign
  before: LocalDate
  by: string
  /** How many tasks went along. */
  tasks: number
}

/** The news in the channel. */
export const movedCard =
  ({ campaign, before, by, tasks }: MovedState) =>
  (t: Translate): Card =>
    card(
      t('countdown.moved.title', { launch: campaign.launchOn, before }),
      [
        text(t('countdown.moved.text', { by, tasks, campaign: cut(campaign.name, 80) })),
        actions(button(t('countdown.button.show'), 'countdown', { campaign: campaignRef(campaign.id) })),
      ],
      'warn',
    )

export interface OwnState {
  campaign: Campaign
  before: LocalDate
  tasks: readonly { number: number; name: string; startOn: LocalDate; dueOn: LocalDate }[]
}

/** For an owner: where their tasks are now. */
export const ownCard =
  ({ campaign, before, tasks }: OwnState) =>
  (t: Translate): Card => {
    return card(
      t('countdown.moved.title', { launch: campaign.launchOn, before }),
      [
        text(t('countdown.own', { campaign: cut(campaign.name, 80) })),
        list(
          tasks.slice(0, most).map(({ number, name, startOn, dueOn }) => ({
            text: [`${formatId('M', number)} ${cut(name, 80)}: `, { bold: rangeText(startOn, dueOn) }],
          })),
        ),
        rest(t, tasks),
        actions(button(t('countdown.button.my'), 'my')),
      ],
      'warn',
    )
  }
