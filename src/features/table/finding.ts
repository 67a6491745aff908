/** What was noticed about a row of somebody's table: put right, or reason enough to leave the row out. */
import type { Params, Translate } from '../../kit/translate.js'

/** Put right; the row goes on. */
export const repairs = [
  'id',
  'idNew',
  'date',
  'relative',
  'priority',
  'status',
  'late',
  'role',
  'ownerUnknown',
  'ownerMissing',
  'ownerReads',
  'approverUnknown',
  'ref',
  'refUnknown',
  'refSelf',
  'nameStays',
  'timeText',
  'timePhases',
  'strategyNew',
  'ownerKept',
  'goalTarget',
  'duePast',
  'dueLate',
  'operator',
  'beyond',
  'live',
  'readings',
  'rateRead',
  'state',
  'exception',
  'exceptionBare',
  'leftOut',
  'extra',
  'sheets',
  'pinyin',
  'merged',
  'dimension',
  'lower',
  'achievement',
  'rateAlone',
] as const
/** The row is left out. */
export const refusals = [
  'name',
  'nameTwice',
  'nameSeveral',
  'long',
  'idTwice',
  'twoOwners',
  'onePerson',
  'rowTwice',
  'rowSeveral',
  'rowsMany',
  'metric',
  'type',
  'typeMissing',
  'number',
  'unit',
  'goalParts',
  'counted',
  'threshold',
  'noAnomaly',
  'rate',
  'ownerSeveral',
  'dateMissing',
  'dateBad',
  'endFirst',
  'outside',
  'loop',
  'phase',
  'phaseTwice',
  'overlap',
  'phaseShared',
  'phaseOrder',
  'item',
  'itemTwice',
  'valueOther',
  'part',
  'nothingSaid',
  'reportDimension',
] as const
export type Kind = (typeof repairs)[number] | (typeof refusals)[number]

export interface Finding {
  kind: Kind
  /** 0: the table as a whole. */
  row: number
  /** The heading as the writer has it; empty: the whole row. */
  column: string
  params: Params
}

export const isRefusal = ({ kind }: Pick<Finding, 'kind'>): boolean =>
  (refusals as readonly string[]).includes(kind)

/** `row 3, “起止时间”: …` */
export const worded = (t: Translate, { kind, row, column, params }: Finding) => {
  const what = t(`table.finding.${kind}`, params)
  if (row === 0) return what
  const where = column === '' ? t('table.at.row', { row }) : t('table.at.cell', { row, column })
  return [...(typeof where === 'string' ? [where] : where), ...(typeof what === 'string' ? [what] : what)]
}
