/** Plans as campaigns have them, for any tests of templates. */
import fc from 'fast-check'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { instanceOf, type Run } from '../../../src/features/reuse/instance.js'
import {
  type Content,
  contentFrom,
  endFor,
  phasesFor,
  type Template,
  templateFrom,
} from '../../../src/features/template/index.js'

export const zh = createTranslators(readLocales())('zh-CN')

/** The days of `template` when it starts on `launchOn`. */
export const runOf = (template: Template, launchOn: string): Run => ({
  launchOn,
  endOn: endFor(template, launchOn),
  phases: phasesFor(template, launchOn) ?? [],
})

/** What `template` asks of a campaign that starts on `launchOn`. */
export const madeAt = (template: Template, launchOn: string): Content =>
  instanceOf(zh, template, runOf(template, launchOn))

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.constantFrom('<!channel>', '*a*', '{name}', "it's", '长'.repeat(2000), '🎉 <b>', '=1+1'),
)
const maybe = fc.option(words, { nil: null })
const days = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 20 }))

const taskAt = (i: number) =>
  fc.record({ days, name: words, texts: fc.array(maybe, { minLength: 5, maxLength: 5 }) }).chain((one) =>
    fc.record({
      key: fc.constant(`c1-m${i}`),
      owner: fc.constantFrom('designer' as const, 'project-lead' as const),
      approver: fc.constantFrom(null, 'operator' as const),
      from: fc.constant(one.days[0]),
      to: fc.constant(one.days[0] + one.days[1]),
      phase: fc.constant(null),
      priority: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
      // Only earlier ones: no loop.
      after: fc.subarray(Array.from({ length: i }, (_, before) => `c1-m${before}`)),
      name: fc.constant(one.name),
      description: fc.constant(one.texts[0] ?? null),
      deliverable: fc.constant(one.texts[1] ?? null),
      support: fc.constant(one.texts[2] ?? null),
      predecessor: fc.constant(one.texts[3] ?? null),
      remarks: fc.constant(one.texts[4] ?? null),
      criteria: fc.array(fc.record({ name: words, need: fc.integer({ min: 1, max: 100 }) }), {
        maxLength: 2,
      }),
      nodes: fc.array(
        fc.record({ name: words, day: fc.integer({ min: -60, max: 60 }), time: fc.constant(null) }),
        {
          maxLength: 2,
        },
      ),
    }),
  )

/** Any plan, with gaps between its phases. */
export const anyPlan: fc.Arbitrary<Content> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 14 })), {
      minLength: 3,
      maxLength: 3,
    }),
    fc
      .integer({ min: 1, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => taskAt(i)))),
  )
  .map(([open, tasks]) => {
    let at = 0
    const phases = open.map(([gap, length], i) => {
      const from = i === 0 ? 0 : at + gap
      at = from + length
      return { key: (['warmup', 'burst', 'tail'] as const)[i] ?? 'tail', label: `阶段${i}`, from, to: at - 1 }
    })
    const numbers = {
      target: '100000.5',
      unit: '人/日',
      kind: 'amount' as const,
      operator: '<' as const,
      limit: '8',
    }
    const kpi = {
      metric: 'uv',
      name: 'UV',
      measure: null,
      better: 'up' as const,
      target: '10万',
      threshold: '<8',
    }
    const due = { anchor: 'end' as const, days: 3, count: 'calendar' as const }
    return {
      ...{ base: 'ecom-004' as const, type: 'other' as const, phases, tasks: [...tasks] },
      ...{ kpis: [{ ...kpi, numbers }], reports: [{ document: 'D17' as const, due }] },
    }
  })

/** Saved and read again, as the store does it. */
export const saved = (content: Content): Content => {
  const read = contentFrom(JSON.parse(JSON.stringify(content)))
  if (!read) throw new Error('this content cannot be kept')
  return read
}

export const templateOf = (content: Content): Template => templateFrom(saved(content))
