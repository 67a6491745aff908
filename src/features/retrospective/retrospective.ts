/** Retrospective: what a campaign has taught, the measures that follow (003-T6), and the report (004-T4). */
import { unspaced } from '../../kit/fold.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { RetroRow } from './retrospective.repo.js'

/** 整体活动, 内容制作, 资源协调; any other part is the writer's own word. */
export const parts = ['overall', 'content', 'resources'] as const

/** 目标达成情况, 渠道效果分析, 成功经验, 不足与改进: every report has these, and the writer's own behind them. */
export const reportDimensions = ['goals', 'channels', 'successes', 'shortcomings'] as const

/** Rows, and sections of the report, that a campaign may have. */
export const mostRows = 500
export const mostSections = 50

export const partText = (t: Translate, part: string): string => t.named('retrospective.part', part)

export const reportDimensionText = (t: Translate, dimension: string): string =>
  t.named('retrospective.dimension', dimension)

interface Told {
  part: string
  success?: string | null
  shortcoming?: string | null
  measure?: string | null
}

/** What makes two rows the same: part and measure, without a measure all that they say. */
export const keyOf = ({ part, measure, success, shortcoming }: Told): string =>
  JSON.stringify(
    [part, ...(measure ? [measure] : ['', success ?? '', shortcoming ?? ''])].map((text) => unspaced(text)),
  )

export const dimensionKey = (dimension: string): string => unspaced(dimension)

/** What is redrawn when a row changes. */
export const subjectsOf = (campaignId: number): string[] => [`retro:${campaignId}`, `campaign:${campaignId}`]

/** Whether its day has passed without the measure being done. */
export const isLate = (row: Pick<RetroRow, 'plannedOn' | 'doneAt'>, today: LocalDate): boolean =>
  row.plannedOn !== null && row.doneAt === null && row.plannedOn < today
