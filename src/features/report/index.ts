/** Reports: the documents a campaign owes after its run, with due dates and links. */
import type { Feature } from '../../kit/feature.js'
import { reportDeliver } from './commands/report-deliver.js'
import { reports } from './commands/reports.js'
import { delivered, facts } from './gates.js'
import { calendarChanged } from './reactions/calendar-changed.js'
import { campaignCreated, campaignMoved } from './reactions/campaign-dates.js'
import { personLinked } from './reactions/person-linked.js'
import { samples } from './report.samples.js'
import { views } from './report.views.js'

export const report: Feature = {
  name: 'report',
  commands: [reports, reportDeliver],
  views,
  reactions: [calendarChanged, campaignCreated, campaignMoved, personLinked],
  samples,
  gates: { S8: delivered('S8'), S9: delivered('S9') },
  facts,
}

export { webLink } from './report.js'
export { addReports, moveReport, type Report, reportsOf } from './report.repo.js'
