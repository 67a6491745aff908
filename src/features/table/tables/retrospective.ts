/** 《推广复盘与优化建议表》 (003-T6) and 《活动复盘报告表》 (004-T4): what a campaign has taught, as printed. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { peopleByIds } from '../../people/index.js'
import {
  parts,
  partText,
  reportDimensions,
  reportDimensionText,
  retroRowsOf,
  writtenOf,
} from '../../retrospective/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

const choice = (choices: readonly string[]) => ({ kind: 'choice' as const, choices })

export const retrospectiveMeasures = async (
  { db }: Reading,
  { id }: Campaign,
  t: Translate,
): Promise<Sheet> => {
  const rows = await retroRowsOf(db, id)
  const people = await peopleByIds(
    db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  )
  const names = new Map(people.map((person) => [person.id, person.name]))
  const part = choice(parts.map((one) => partText(t, one)))
  return {
    title: t.named('table.retrospective-measures', 'title'),
    columns: columnsFor(t, 'retrospective-measures', { part, planned: { kind: 'date' } }),
    rows: rows.map((row) => [
      partText(t, row.part),
      row.success ?? '',
      row.shortcoming ?? '',
      row.cause ?? '',
      row.measure ?? '',
      names.get(row.ownerId ?? '') ?? '',
      row.plannedOn ?? '',
    ]),
  }
}

/** The four dimensions that every report has, also while they are empty, and the writer's own. */
export const retrospectiveReport = async (
  { db }: Reading,
  { id }: Campaign,
  t: Translate,
): Promise<Sheet> => {
  const sections = new Map((await writtenOf(db, id)).map(({ dimension, content }) => [dimension, content]))
  const shown = [...new Set<string>([...reportDimensions, ...sections.keys()])]
  const dimension = choice(reportDimensions.map((one) => reportDimensionText(t, one)))
  return {
    title: t.named('table.retrospective-report', 'title'),
    columns: columnsFor(t, 'retrospective-report', { dimension }),
    rows: shown.map((one) => [reportDimensionText(t, one), sections.get(one) ?? '']),
  }
}
