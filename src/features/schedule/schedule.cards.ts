/** How "what comes next" looks: time, what, for which campaign. */
import { type Card, card, list, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join } from '../../kit/text.js'
import { localDate, localTime, weekday } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'

export interface NextRun {
  at: Date
  /** `feature.what` */
  schedule: string
  campaign: { id: number; name: string }
}

/** The words of a schedule stand with its feature, under `<feature>.schedules.<what>`. */
export const scheduleWords = (t: Translate, name: string): string => {
  const [feature = '', what = ''] = name.split('.')
  return t.named(`${feature}.schedules`, what)
}

export const nextCard =
  (runs: readonly NextRun[]) =>
  (t: Translate, { zone }: Pick<Viewer, 'zone'>): Card =>
    card(t('schedule.title'), [
      runs.length === 0 ? text(t('schedule.none')) : list(runs.map((run) => ({ text: line(t, zone, run) }))),
      runs.length === 0 ? null : note(t('schedule.zone', { zone })),
    ])

const line = (t: Translate, zone: string, { at, schedule, campaign }: NextRun) => {
  const date = localDate(at, zone)
  return join([
    [{ bold: `${date} ${localTime(at, zone)}` }],
    t.named('schedule.weekday', String(weekday(date))),
    scheduleWords(t, schedule),
    `${formatId('C', campaign.id)} ${cut(campaign.name, 60)}`,
  ])
}
