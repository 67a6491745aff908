/** Examples for the gallery and the contract suite: a version that was saved, what it would change, and a copy. */
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { sampleCampaign } from '../campaign/index.js'
import { type Content, templates } from '../template/index.js'
import { copiedCard } from './copy.cards.js'
import { differences } from './diff.js'
import { instanceOf } from './instance.js'
import { merged } from './merge.js'
import { savedCard } from './save.cards.js'
import { upgradeCard } from './upgrade.cards.js'

const row = { id: 3, name: 'ecom-004', version: 2, note: 'Stress test before the launch <!channel>' }

const plans = (t: Translate): { base: Content; mine: Content; theirs: Content } => {
  const base = instanceOf(t, templates['ecom-004'], sampleCampaign(t))
  const [first, second, third, ...rest] = base.tasks
  if (!first || !second || !third) throw new Error('the template of 004-T2 has five tasks')
  const stress = { ...first, key: 'c1-m6', name: `压力测试 ${'长'.repeat(1990)}`, from: -6, to: -4 }
  const tasks = [
    first,
    { ...second, from: -29, owner: 'engineer' as const },
    { ...third, name: '页面' },
    stress,
  ]
  const mine = { ...base, tasks: [first, { ...second, to: -24 }, third, ...rest] }
  return { base, mine, theirs: { ...base, tasks, kpis: base.kpis.slice(1) } }
}

const saved = (t: Translate) => {
  const { base, theirs } = plans(t)
  return savedCard({ row, content: theirs, before: base, entries: differences(base, theirs) })(t)
}

const upgrade = (t: Translate) => {
  const { base, mine, theirs } = plans(t)
  const merge = merged(base, mine, theirs, (part, key) => ({
    is: part === 'task' && key === 'page' ? 'done' : null,
  }))
  const campaign = sampleCampaign(t)
  return upgradeCard({ ...merge, campaign, from: templates['ecom-004'], row, mine, theirs, digest: 'd' })(t)
}

const copied = (t: Translate) => {
  const root = sampleCampaign(t)
  const copy = { ...root, id: 2, name: `${root.name}（上海）`, region: '上海 <b>', parentId: 1 }
  return copiedCard({ root, copy, days: 7, tasks: 5, kpis: 4, goals: 1 }, '活动主管')(t)
}

export const samples: readonly Sample[] = [
  { name: 'reuse.saved', draw: saved },
  { name: 'reuse.upgrade', draw: upgrade },
  { name: 'reuse.copied', draw: copied },
]
