/** Reports: the documents a campaign owes after its run, and which of them a stage waits for. */
import { daysBetween, type LocalDate } from '../../kit/time.js'
import type { Report } from './report.repo.js'

/** D16 mid-term, D17 data, D18 summary, D19 evaluation, D20 retrospective (handbook part 8). */
export const documents = ['D16', 'D17', 'D18', 'D19', 'D20'] as const
export type Document = (typeof documents)[number]
export const isDocument = (text: string): text is Document => (documents as readonly string[]).includes(text)

/** S8 is left with the data pack, S9 with the retrospective report (handbook 1.1); of each what the template asks for. */
export const askedIn: Readonly<Record<'S8' | 'S9', readonly Document[]>> = {
  S8: ['D17', 'D18', 'D19'],
  S9: ['D20'],
}

type Due = Pick<Report, 'dueOn' | 'deliveredAt'>

/** Not delivered by the end of its day (O47: "within 3 days" ends at 24:00). */
export const isLate = ({ dueOn, deliveredAt }: Due, today: LocalDate): boolean =>
  deliveredAt === null && dueOn < today

/** Days since the due date; 0 when in time or delivered. */
export const daysLate = (report: Due, today: LocalDate): number =>
  isLate(report, today) ? daysBetween(report.dueOn, today) : 0

/** The report that is due first of those not delivered. */
export const nextReport = <R extends Due>(reports: readonly R[]): R | null =>
  reports
    .filter(({ deliveredAt }) => deliveredAt === null)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null

/** A web address, as it is stored; null for anything else, so that no other scheme ever becomes a link. */
export const webLink = (text: string): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? text : null
}
