/** The five templates say what the handbook's tables print. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { faults } from '../../../src/features/template/faults.js'
import {
  kpiWords,
  phaseLabel,
  phasesFor,
  reportsFor,
  type Template,
  taskDates,
  taskWords,
  templates,
} from '../../../src/features/template/index.js'
import { languages } from '../../../src/kit/translate.js'

const translator = createTranslators(readLocales())
const zh = translator('zh-CN')

const run = (template: Template, launchOn: string) => {
  const phases = phasesFor(template, launchOn) ?? []
  const endOn = phases.findLast(({ key }) => ['warmup', 'burst', 'tail'].includes(key))?.toOn ?? ''
  return { launchOn, endOn, phases }
}

const phaseRows = (template: Template, launchOn: string) =>
  (phasesFor(template, launchOn) ?? []).map(({ key, fromOn, toOn }) => [
    phaseLabel(zh, template, key),
    fromOn,
    toOn,
  ])

const taskRows = (template: Template, launchOn: string) =>
  template.tasks.map((task) => {
    const { startOn, dueOn } = taskDates(task, run(template, launchOn))
    return [taskWords(zh, template, task).name, task.owner, startOn, dueOn]
  })

describe.each(Object.values(templates))('the template $name', (template) => {
  it('has no faults', () => expect(faults(template)).toEqual([]))

  it.each(languages)('has all its words in %s', (language) => {
    const t = translator(language)
    const { tasks, kpis, phases } = template
    const words = [
      ...tasks.flatMap((task) => [
        taskWords(t, template, task).name,
        ...task.words.map((word) => taskWords(t, template, task)[word]),
      ]),
      ...kpis.flatMap((kpi) => [
        kpiWords(t, template, kpi).name,
        ...(kpi.measure ? [kpiWords(t, template, kpi).measure] : []),
      ]),
      ...phases.map(({ key }) => phaseLabel(t, template, key)),
    ]
    const keys = [
      'name',
      'measure',
      'description',
      'deliverable',
      'support',
      'remarks',
      ...phases.map(({ key }) => key),
    ]
    expect(words.filter((word) => !word || keys.includes(word))).toEqual([])
  })
})

describe('ecom-004', () => {
  const template = templates['ecom-004']

  it('runs 10, 10 and 5 days as in 004-T1', () => {
    expect(phaseRows(template, '2024-06-01')).toEqual([
      ['预热期', '2024-06-01', '2024-06-10'],
      ['爆发期', '2024-06-11', '2024-06-20'],
      ['返场期', '2024-06-21', '2024-06-25'],
    ])
  })

  it('creates the five tasks of 004-T2 with their dates', () => {
    expect(taskRows(template, '2024-06-01')).toEqual([
      ['活动主题确认', 'project-lead', '2024-05-01', '2024-05-03'],
      ['页面原型设计', 'designer', '2024-05-04', '2024-05-07'],
      ['活动页面开发', 'engineer', '2024-05-08', '2024-05-12'],
      ['优惠券配置', 'operator', '2024-05-13', '2024-05-14'],
      ['客服培训', 'service-supervisor', '2024-05-15', '2024-05-16'],
    ])
  })

  it('watches the four metrics of 004-T3', () => {
    const rows = template.kpis.map((kpi) => [kpiWords(zh, template, kpi).name, kpi.target, kpi.threshold])
    expect(rows).toEqual([
      ['UV(日)', '10万', '<8万'],
      ['转化率', '3%', '<2.5%'],
      ['库存余量(爆款)', '500件', '<300件'],
      ['客服响应时长', '≤30秒', '>45秒'],
    ])
  })

  it('wants its reports three days after the end, and the retrospective after a week', () => {
    expect(reportsFor(template, run(template, '2024-06-01'))).toEqual([
      { document: 'D17', dueOn: '2024-06-28' },
      { document: 'D18', dueOn: '2024-06-28' },
      { document: 'D20', dueOn: '2024-07-02' },
    ])
  })
})

describe('plan-002', () => {
  const template = templates['plan-002']

  it('dates its five phases as in 002-T1', () => {
    expect(phaseRows(template, '2024-06-08')).toEqual([
      ['筹备期', '2024-06-01', '2024-06-07'],
      ['预热期(线上)', '2024-06-08', '2024-06-14'],
      ['爆发期(直播+线下)', '2024-06-15', '2024-06-17'],
      ['收尾期', '2024-06-18', '2024-06-23'],
      ['复盘期', '2024-06-24', '2024-06-30'],
    ])
  })

  it('has one core task per phase, as long as the phase', () => {
    const dates = taskRows(template, '2024-06-08').map(([, , from, to]) => [from, to])
    expect(dates).toEqual(phaseRows(template, '2024-06-08').map(([, from, to]) => [from, to]))
  })

  it('closes with the retrospective phase', () => {
    expect(reportsFor(template, run(template, '2024-06-08'))).toEqual([
      { document: 'D18', dueOn: '2024-06-26' },
      { document: 'D20', dueOn: '2024-06-30' },
    ])
  })
})

describe('strategy-003', () => {
  const template = templates['strategy-003']

  it('keeps the gap between preparation and warm-up', () => {
    expect(phaseRows(template, '2024-06-01').slice(0, 2)).toEqual([
      ['筹备期', '2024-05-01', '2024-05-10'],
      ['预热期', '2024-06-01', '2024-06-05'],
    ])
  })

  it('creates M-001 to M-004 with dates, deliverables and predecessors of 003-T2', () => {
    const rows = template.tasks.map((task, i) => {
      const [name, , from, to] = taskRows(template, '2024-06-01')[i] ?? []
      return [name, from, to, taskWords(zh, template, task).deliverable, task.after.join(), task.priority]
    })
    expect(rows).toEqual([
      ['KOC筛选', '2024-05-01', '2024-05-10', 'KOC名单及报价单', '', 'high'],
      ['种草内容策划', '2024-05-11', '2024-05-15', '内容策划案', '', 'high'],
      ['素材制作', '2024-05-16', '2024-05-25', '素材终版文件', 'content', 'high'],
      ['内容发布排期', '2024-05-26', '2024-05-30', '发布排期表', 'screening,assets', 'medium'],
    ])
  })
})

describe('process-001', () => {
  it('has the milestones of 001 §3.3 for phases, and its documents for deliverables', () => {
    const template = templates['process-001']
    expect(phaseRows(template, '2024-06-22').map(([label]) => label)).toEqual([
      '策划筹备',
      '预热期',
      '执行期',
      '收尾复盘',
    ])
    const deliverables = template.tasks.map((task) => taskWords(zh, template, task).deliverable)
    expect(deliverables.filter(Boolean)).toEqual(['策划定稿', '结果报告', '操作手册'])
  })
})

describe('card-000', () => {
  it('counts down to the launch (R1, R2) and gives three working days for the data (R67)', () => {
    const template = templates['card-000']
    expect(taskRows(template, '2024-06-08').slice(0, 2)).toEqual([
      ['目标设定', 'planning-owner', '2024-05-24', '2024-05-24'],
      ['方案初稿撰写', 'specialist', '2024-05-27', '2024-05-27'],
    ])
    const reports = reportsFor(template, { launchOn: '2024-06-01', endOn: '2024-06-20', phases: [] })
    expect(reports.slice(0, 2)).toEqual([
      { document: 'D16', dueOn: '2024-06-10' },
      { document: 'D17', dueOn: '2024-06-25' },
    ])
  })
})

describe('a template with mistakes', () => {
  const good = templates['strategy-003']

  it('is told of a cycle, an unknown role and overlapping phases', () => {
    const [first, ...rest] = good.tasks
    if (!first) throw new Error('003 has tasks')
    const bad = {
      ...good,
      phases: good.phases.map((phase) => (phase.key === 'burst' ? { ...phase, from: 4 } : phase)),
      tasks: [{ ...first, owner: 'wizard' as never, after: ['publishing'] }, ...rest],
    }
    expect(faults(bad)).toEqual([
      'burst overlaps warmup',
      'screening waits for itself',
      'publishing waits for itself',
      'nobody can hold the role wizard',
    ])
  })
})
