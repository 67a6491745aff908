/** Examples for the gallery and the contract suite: the rows of 004-T3 with their printed values. */
import type { Sample } from '../../kit/feature.js'
import { Decimal } from '../../kit/value.js'
import { kpiCard, tableCard } from './kpi.cards.js'
import { limitsFrom } from './kpi.js'
import type { Kpi } from './kpi.repo.js'

const campaign = { id: 1, name: '618年中狂欢·全场满300减50', zone: 'Asia/Shanghai' }

interface Printed {
  name: string
  target: string
  threshold?: string
  better?: 'up' | 'down'
  value: number
  measure: string
}

const kpi = (number: number, { name, target, threshold, better = 'up', value, measure }: Printed): Kpi => ({
  id: number,
  campaignId: 1,
  number,
  metric: `metric-${number}`,
  name,
  ...limitsFrom(target, threshold),
  better,
  measure,
  version: 0,
  readings: [
    {
      id: number,
      kpiId: number,
      at: new Date('2024-06-16T09:00:00Z'),
      value: new Decimal(value),
      byId: 'data',
    },
  ],
})

const uv = kpi(1, {
  name: 'UV(日)',
  target: '10万',
  threshold: '<8万',
  value: 80_000,
  measure: '紧急追加信息流投放，引导私域流量',
})
const conversion = kpi(2, {
  name: '转化率',
  target: '3%',
  threshold: '<2.5%',
  value: 2.5,
  measure: '检查页面加载速度，优化详情页文案',
})
const stock = kpi(3, {
  name: '库存余量(爆款)',
  target: '500件',
  threshold: '<300件',
  value: 200,
  measure: '下架，替换为同类商品',
})
const response = kpi(4, {
  name: '客服响应时长',
  target: '≤30秒',
  threshold: '>45秒',
  better: 'down',
  value: 60,
  measure: '立即增派客服，分流咨询',
})

// A complaint rate of a tenth of its target, and a drop where a rise was planned: bars that are cut, and to the left.
const complaints = kpi(5, {
  name: '投诉率',
  target: '1%',
  threshold: '≥1%',
  better: 'down',
  value: 0.1,
  measure: '安抚客户，24 小时内回访',
})
const searches = kpi(6, { name: '品牌搜索量', target: '+30%', value: -6, measure: '追加搜索广告' })
const registrations = { ...kpi(7, { name: '新增注册', target: '20万', value: 0, measure: '' }), readings: [] }

export const samples: readonly Sample[] = [
  { name: 'kpi.red', draw: (t) => kpiCard({ kpi: response, campaign, by: '客服主管' })(t) },
  { name: 'kpi.amber', draw: (t) => kpiCard({ kpi: conversion, campaign, by: '数据专员' })(t) },
  {
    name: 'kpi.table',
    draw: (t) => tableCard({ campaign, kpis: [uv, conversion, stock, response] })(t),
  },
  {
    name: 'kpi.table.extremes',
    draw: (t) => tableCard({ campaign, kpis: [uv, complaints, searches, registrations] })(t),
  },
]
