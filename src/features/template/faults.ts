/** What is wrong with a template, for the engineer who writes one: a test reads it, nobody in chat. */
import { parseValue } from '../../kit/value.js'
import { isRole } from '../people/index.js'
import { phaseKeys, rolesOf, type Template } from './template.js'

/** One sentence per fault; an empty list for a template that can be used. */
export const faults = (template: Template): string[] => [
  ...phaseFaults(template),
  ...taskFaults(template),
  ...rolesOf(template)
    .filter((role) => !isRole(role))
    .map((role) => `nobody can hold the role ${role}`),
  ...template.kpis
    .filter(({ target, threshold }) => !parseValue(target) || (threshold && !parseValue(threshold)?.compare))
    .map(({ metric }) => `target or threshold of ${metric} cannot be read`),
]

const phaseFaults = ({ phases }: Template): string[] =>
  phases.flatMap((phase, i) => {
    const before = phases[i - 1]
    return [
      ...(phase.to < phase.from ? [`${phase.key} ends before it starts`] : []),
      ...(before && phase.from <= before.to ? [`${phase.key} overlaps ${before.key}`] : []),
      ...(before && phaseKeys.indexOf(phase.key) <= phaseKeys.indexOf(before.key)
        ? [`${phase.key} stands after ${before.key}`]
        : []),
    ]
  })

const taskFaults = (template: Template): string[] => {
  const keys = template.tasks.map(({ key }) => key)
  const phases: readonly string[] = template.phases.map(({ key }) => key)
  return template.tasks.flatMap((task, i) => [
    ...(keys.indexOf(task.key) < i ? [`two tasks are called ${task.key}`] : []),
    ...(task.to < task.from ? [`${task.key} is due before it starts`] : []),
    ...(task.phase && !phases.includes(task.phase) ? [`${task.key} lies in a phase that is not there`] : []),
    ...task.after.filter((key) => !keys.includes(key)).map((key) => `${task.key} waits for nothing: ${key}`),
    ...(waitsFor(template, task.key, task.key) ? [`${task.key} waits for itself`] : []),
  ])
}

/** Whether `key` waits for `goal`, at any distance. */
const waitsFor = (template: Template, key: string, goal: string, seen: readonly string[] = []): boolean => {
  const after = template.tasks.find((task) => task.key === key)?.after ?? []
  return after.some(
    (next) => next === goal || (!seen.includes(next) && waitsFor(template, next, goal, [...seen, next])),
  )
}
