/** Evaluation: what each metric reached after the end, on the dimensions of 003-T5; the rate is computed (R64). */
import { unspaced } from '../../kit/fold.js'
import type { Translate } from '../../kit/translate.js'
import type { Compare, Decimal, ValueKind } from '../../kit/value.js'
import { rateFor, shown } from '../kpi/index.js'

/** 用户增长, 销售转化, 品牌声量, 成本效益; any other dimension is the writer's own word. */
export const dimensions = ['users', 'sales', 'brand', 'cost'] as const

/** Target and actual value of one metric, counted alike. */
export interface Numbers {
  target: Decimal | null
  actual: Decimal | null
  kind: ValueKind
  unit: string
  /** Of the target. */
  compare: Compare | null
}

/** One row of 003-T5. */
export interface Evaluated extends Numbers {
  /** Null: made from a goal or a KPI, and kept nowhere yet. */
  number: number | null
  version: number
  dimension: string
  metric: string
  source: string | null
  analysis: string | null
  suggestion: string | null
}

/** Rows of a campaign; more than anybody reads. */
export const mostRows = 500

export const dimensionText = (t: Translate, dimension: string): string =>
  t.named('evaluation.dimension', dimension)

/** Less is better for a target typed with < or ≤. */
export const betterOf = ({ compare }: Pick<Numbers, 'compare'>): 'up' | 'down' =>
  compare === '<' || compare === '≤' ? 'down' : 'up'

/**
 * How much of the target was reached, in percent: actual / target, or target / actual where less is better (R64,
 * handbook 6.3). Null without both, and where it would be divided by zero.
 */
export const rateOf = (row: Numbers, places = 1): string | null =>
  row.target === null || row.actual === null
    ? null
    : rateFor({ target: row.target, better: betterOf(row) }, row.actual, places)

/** `90%`; empty where there is none. */
export const rateText = (row: Numbers): string => {
  const rate = rateOf(row)
  return rate === null ? '' : `${rate}%`
}

/** `20万`, `≤30秒`; empty without one. */
export const targetText = ({ target, compare, ...of }: Numbers): string =>
  target === null ? '' : shown(of, target, compare ?? undefined)

export const actualText = ({ actual, ...of }: Numbers): string => (actual === null ? '' : shown(of, actual))

/** The same for a row however its blanks and letter case are written. */
export const keyOf = ({ dimension, metric }: Pick<Evaluated, 'dimension' | 'metric'>): string =>
  JSON.stringify([unspaced(dimension), unspaced(metric)])

/** What people call things of which less is better (K30–K32, K35, K40), where the target does not say so. */
const lessIsBetter =
  /退款|退貨|退货|投诉|投訴|客诉|客訴|响应(?:时长|速度|时间)|響應(?:時長|速度|時間)|单客成本|單客成本|获客成本|獲客成本|refund|complaint|response time|cost per/i

export const countsDown = (metric: string): boolean => lessIsBetter.test(metric)

const guesses: readonly (readonly [dimension: (typeof dimensions)[number], metric: RegExp])[] = [
  ['cost', /roi|成本|费用|費用|投入|回报|回報|\bcosts?\b|return on/i],
  ['sales', /gmv|销售|銷售|订单|訂單|转化|轉化|客单|客單|加购|加購|复购|復購|复購|sales|orders?\b|conver/i],
  ['brand', /曝光|品牌|搜索|搜尋|互动|互動|声量|聲量|点击|點擊|观看|觀看|brand|expos|search|click|views?\b/i],
  ['users', /用户|用戶|会员|會員|注册|註冊|访客|訪客|到店|客服|投诉|投訴|uv|dau|users?|members?|visitors?/i],
]

/** Where a metric belongs that nobody has put anywhere. */
export const dimensionOf = (metric: string): string =>
  guesses.find(([, shape]) => shape.test(metric))?.[0] ?? 'sales'
