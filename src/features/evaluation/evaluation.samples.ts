/** An example for the gallery and the contract suite: the table 003-T5 as printed. */
import type { Sample } from '../../kit/feature.js'
import { Decimal } from '../../kit/value.js'
import { evaluationCard } from './evaluation.cards.js'
import type { Evaluated } from './evaluation.js'

const base = { version: 0, kind: 'amount', unit: '', compare: null, source: null, analysis: null } as const
const rows: readonly Evaluated[] = [
  {
    ...{ ...base, number: 1, dimension: 'users', metric: '新增注册用户', source: '后台用户数据' },
    ...{ target: new Decimal(200_000), actual: new Decimal(180_000) },
    ...{ analysis: '信息流定向过窄 <b> *a* @all', suggestion: '年龄放宽至18-35岁' },
  },
  {
    ...{ ...base, number: 2, dimension: 'brand', metric: '品牌关键词搜索量', kind: 'uplift' },
    ...{ target: new Decimal(30), actual: new Decimal(45), suggestion: null },
  },
  {
    ...{ ...base, number: 3, dimension: '服务体验', metric: '客服响应时长', unit: '秒', compare: '≤' },
    ...{ target: new Decimal(30), actual: new Decimal(60), suggestion: null },
  },
]
const campaign = { id: 1, name: '618年中狂欢·全场满300减50', status: 'active' }

export const samples: readonly Sample[] = [
  { name: 'evaluation.list', draw: (t) => evaluationCard({ campaign, rows })(t) },
  { name: 'evaluation.empty', draw: (t) => evaluationCard({ campaign, rows: [] })(t) },
]
