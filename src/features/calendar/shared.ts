/** The days of CALENDAR_FILE: read at start, for all organisations. */
import { daysIn } from '../../kit/calendar.js'
import type { PrismaClient } from '../../kit/store.js'
import { cut, plainText } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { mostDays } from './calendar.js'
import { holdCalendar, house, removeAllDays, setDays } from './calendar.repo.js'
import { readLines } from './lines.js'
import { listWords } from './words.js'

/** Most lines at fault that are named. */
const named = 20

/**
 * Keeps the days of `text` and no others; none with null.
 * @throws Error naming each line at fault; then everything stays as it was
 */
export const keepShared = async (
  { prisma }: { prisma: PrismaClient },
  text: string | null,
  t: Translate,
): Promise<void> => {
  const { entries, faults } = readLines(text ?? '', listWords(t))
  if (faults.length > 0) {
    const lines = faults
      .slice(0, named)
      .map(({ line, flaw, given }) =>
        t(`calendar.flaw.${flaw}`, { line: String(line), given: cut(given, 60) }),
      )
    throw new Error([t('calendar.file'), ...lines].map(plainText).join('\n  '))
  }
  const days = entries.flatMap(({ from, to, kind, name }) =>
    daysIn(from, to).map((date) => ({ date, kind, name })),
  )
  if (days.length > mostDays) throw new Error(plainText(t('calendar.error.full', { most: mostDays })))
  await prisma.$transaction(async (db) => {
    await removeAllDays(db, house)
    if (days.length === 0) return
    await holdCalendar(db, house)
    await setDays(db, house, days)
  })
}
