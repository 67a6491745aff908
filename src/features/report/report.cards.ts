/** How reports look: the list of what a campaign owes, and the news that one was delivered. */
import { actions, button, type Card, card, list, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import { type LocalDate, localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { daysLate } from './report.js'
import type { Report } from './report.repo.js'

export interface ListState {
  campaign: { id: number; name: string; zone: string }
  today: LocalDate
  reports: readonly Report[]
  /** Who delivered, by id. */
  names: ReadonlyMap<string, string>
}

/** The printed name of a document, e.g. 《活动数据报表》. */
export const documentName = (t: Translate, document: string): string => t.named('template.document', document)

export const listCard =
  (state: ListState) =>
  (t: Translate): Card => {
    const { campaign, reports, today } = state
    const title = t('report.list.title', { campaign: cut(campaign.name, 80) })
    if (reports.length === 0) return card(title, [text(t('report.list.empty'))])
    const late = reports.some((report) => daysLate(report, today) > 0)
    const lines = reports.map((report) => ({
      text: line(t, state, report),
      done: report.deliveredAt !== null,
      buttons: report.deliveredAt === null ? [deliverButton(t, campaign.id, report)] : [],
    }))
    return card(title, [list(lines)], late ? 'bad' : 'plain')
  }

const deliverButton = (t: Translate, campaign: number, { document }: Report) =>
  button(t('report.button.deliver'), 'report-deliver', { document, campaign: formatId('C', campaign) })

const line = (t: Translate, { campaign, today, names }: ListState, report: Report): Text => {
  const { document, dueOn, deliveredAt, deliveredById, link } = report
  const name: Text = [`${document} `, { bold: documentName(t, document) }]
  if (deliveredAt !== null) {
    const by = names.get(deliveredById ?? '') ?? '–'
    const date = localDate(deliveredAt, campaign.zone)
    return join([name, t('report.list.delivered', { date, by }), cut(link ?? '', 300)])
  }
  const late = daysLate(report, today)
  return join([
    name,
    t('report.list.due', { due: dueOn }),
    ...(late > 0 ? [t('report.late', { count: late })] : []),
  ])
}

export interface DeliveredState {
  campaign: { id: number; name: string }
  report: Report
  by: string
}

export const deliveredCard =
  ({ campaign, report, by }: DeliveredState) =>
  (t: Translate): Card =>
    card(
      t('report.delivered.title', { document: documentName(t, report.document) }),
      [
        text(cut(report.link ?? '–', 1000)),
        text(t('report.delivered.text', { by, campaign: cut(campaign.name, 80) })),
        actions(button(t('report.button.list'), 'reports', { campaign: formatId('C', campaign.id) })),
      ],
      'good',
    )
