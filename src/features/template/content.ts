/** What is kept of a saved version: data that is checked when it is written and again when it is read. */
import { z } from 'zod'
import { type Role, roles } from '../people/index.js'
import { templateNamed } from './catalogue.js'
import {
  campaignTypes,
  phaseKeys,
  type Template,
  type TemplateKpi,
  type TemplateReport,
  type TemplateTask,
  templateNames,
} from './template.js'

/** Tasks of one template; more belong into several campaigns. */
export const mostTasks = 500
/** Years around T are enough for every campaign. */
const day = z.number().int().min(-2000).max(2000)
const words = z.string().max(20_000)
const number = z.string().regex(/^-?\d+(\.\d+)?$/)

const phase = z.object({ key: z.enum(phaseKeys), label: words, from: day, to: day })

const task = z.object({
  key: z.string().min(1).max(80),
  owner: z.enum(roles),
  approver: z.enum(roles).nullable(),
  ...{ from: day, to: day, phase: z.enum(phaseKeys).nullable() },
  priority: z.enum(['high', 'medium', 'low']),
  after: z.array(z.string()).max(mostTasks),
  name: words.min(1),
  ...{ description: words.nullable(), deliverable: words.nullable(), support: words.nullable() },
  ...{ predecessor: words.nullable(), remarks: words.nullable() },
  criteria: z.array(z.object({ name: words, need: z.number().int() })).max(100),
  nodes: z.array(z.object({ name: words, day, time: z.string().nullable() })).max(100),
})

const kpi = z.object({
  metric: words,
  name: words,
  measure: words.nullable(),
  better: z.enum(['up', 'down']),
  /** As people read them; the numbers decide. */
  target: words,
  threshold: words.nullable(),
  numbers: z.object({
    target: number,
    unit: words,
    kind: z.enum(['amount', 'percent', 'uplift', 'ratio']),
    operator: z.enum(['<', '≤', '>', '≥']).nullable(),
    limit: number.nullable(),
  }),
})

const due = z.discriminatedUnion('anchor', [
  z.object({ anchor: z.literal('half') }),
  z.object({ anchor: z.literal('end'), days: day, count: z.enum(['calendar', 'working']) }),
  z.object({ anchor: z.literal('retrospective'), otherwise: day }),
])

const shape = z.object({
  base: z.enum(templateNames),
  type: z.enum(campaignTypes),
  phases: z.array(phase).min(1).max(phaseKeys.length),
  tasks: z.array(task).max(mostTasks),
  kpis: z.array(kpi).max(200),
  reports: z.array(z.object({ document: z.enum(['D16', 'D17', 'D18', 'D19', 'D20']), due })).max(5),
})

export type Content = z.output<typeof shape>
export type ContentTask = Content['tasks'][number]
export type ContentKpi = Content['kpis'][number]

/** What hangs together: every key stands once, and whoever is waited for is there. */
const isWhole = ({ tasks, phases }: Content): boolean => {
  const keys = new Set(tasks.map(({ key }) => key))
  const inPhase = new Set<string>(phases.map(({ key }) => key))
  return (
    keys.size === tasks.length &&
    inPhase.size === phases.length &&
    tasks.every((one) => one.from <= one.to && one.after.every((key) => key !== one.key && keys.has(key))) &&
    tasks.every((one) => one.phase === null || inPhase.has(one.phase))
  )
}

/** @returns null for what is no content of a template, so that nothing else is ever stored or used */
export const contentFrom = (value: unknown): Content | null => {
  const read = shape.safeParse(value)
  return read.success && isWhole(read.data) ? read.data : null
}

/** A template that creates what `content` says; sections, norms and sign-off are those of the built-in one. */
export const templateFrom = (content: Content, saved?: Template['saved']): Template => {
  const base = templateNamed(content.base)
  return {
    ...base,
    ...(saved && { saved }),
    type: content.type,
    phases: content.phases.map((one) => {
      const norm = base.phases.find(({ key }) => key === one.key)?.norm
      return { ...one, ...(norm && { norm }) }
    }),
    tasks: content.tasks.map(taskFrom),
    kpis: content.kpis.map(kpiFrom),
    reports: content.reports as readonly TemplateReport[],
  }
}

const taskFrom = (one: ContentTask): TemplateTask => {
  const { key, owner, approver, from, to, phase, priority, after, ...own } = one
  return {
    ...{ key, owner: owner as Role, from, to, priority, after, words: [], own },
    ...(approver !== null && { approver: approver as Role }),
    ...(phase !== null && { phase }),
  }
}

const kpiFrom = ({ metric, target, threshold, better, name, measure, numbers }: ContentKpi): TemplateKpi => ({
  ...{ metric, target, better, measure: measure !== null, own: { name, measure, numbers } },
  ...(threshold !== null && { threshold }),
})
