/** Forms that come back from Slack, as the texts a person would have typed; forms that are too large to go there. */
import type { types, ViewStateValue } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../src/kit/args.js'
import type { Form } from '../../../src/kit/form.js'
import { askedIn, errorsOf, valuesOf } from '../../../src/platforms/slack/form.js'
import { drawn, field, form, inputsOf } from './some-form.js'

/** What Slack would send if the form were sent as it was opened. */
const untouched = (view: types.ModalView): Record<string, Record<string, ViewStateValue>> =>
  Object.fromEntries(
    inputsOf(view).map(({ block_id = '', element }) => {
      const of = element as unknown as Record<string, string> & {
        initial_option?: ViewStateValue['selected_option']
      }
      const value: ViewStateValue = {
        type: element.type,
        value: of.initial_value ?? null,
        selected_user: of.initial_user ?? null,
        selected_conversation: of.initial_conversation ?? null,
        selected_date: of.initial_date ?? null,
        selected_option: of.initial_option ?? null,
      }
      return [block_id, { [element.action_id ?? '']: value }]
    }),
  )
const sent = (of: Form, options?: (field: string) => readonly string[]) =>
  valuesOf({ state: { values: untouched(drawn(of)) } }, 'T1', options)

describe('what was filled in', () => {
  it('is what was there when nothing was touched', () => {
    const options = ['low', 'high', '#1', '', 'x'.repeat(200), 'y'.repeat(200)]
    const values = {
      name: 'a <!channel> <@T1/U2> & *b*',
      due: '2024-05-31',
      later: 'next week',
      owner: '<@T1/U2>',
      other: '',
      place: '<#T1/C3>',
      priority: 'high',
      odd: '#1',
      long: 'y'.repeat(200),
    }
    const asks: Record<string, Ask> = {
      due: { as: 'date' },
      later: { as: 'date' },
      owner: { as: 'person' },
      other: { as: 'person' },
      place: { as: 'channel' },
      ...Object.fromEntries(['priority', 'odd', 'long'].map((name) => [name, { as: 'choice', options }])),
    }
    const fields = Object.entries(values).map(([name, value]) =>
      field(name, asks[name] ?? { as: 'text' }, { value }),
    )
    expect(sent(form(fields), () => options)).toEqual(values)
  })

  it('keeps any text as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        expect(sent(form([field('x', { as: 'long' }, { value })]))).toEqual({ x: value })
      }),
    )
  })

  it('names nobody of another workspace', () => {
    const values = { x: { v: { type: 'plain_text_input', value: 'ask <@T2/U9>' } } }
    expect(valuesOf({ state: { values } }, 'T1').x).not.toContain('<@T2/')
  })

  it('is empty where nothing was chosen', () => {
    const values = {
      a: { v: { type: 'users_select', selected_user: null } },
      b: { v: { type: 'static_select', selected_option: null } },
      c: { v: { type: 'datepicker', selected_date: null } },
      d: { v: { type: 'plain_text_input', value: null } },
      e: { v: { type: 'conversations_select', selected_conversation: null } },
    }
    expect(valuesOf({ state: { values } }, 'T1')).toEqual({ a: '', b: '', c: '', d: '', e: '' })
  })
})

describe('a form that is too large', () => {
  it('leaves out optional fields first', () => {
    const fields = Array.from({ length: 200 }, (_, i) =>
      field(`f${i}`, { as: 'text' }, { required: i % 3 === 0, error: i % 2 ? 'wrong' : null }),
    )
    const of = form(fields, { title: 'A title that is longer than allowed' })
    const asked = inputsOf(drawn(of)).map(({ block_id }) => block_id)
    expect(asked).toHaveLength(95)
    expect(asked).toEqual(askedIn(of).map(({ name }) => name))
    expect(fields.filter(({ required, name }) => required && !asked.includes(name))).toEqual([])
    expect(Object.keys(errorsOf(of)).every((name) => asked.includes(name))).toBe(true)
  })

  it('still opens', () => {
    const huge = '长'.repeat(9000)
    const options = Array.from({ length: 12_000 }, (_, i) => `${i}${huge.slice(0, 140)}`)
    const fields = Array.from({ length: 95 }, (_, i) => {
      const more = { label: huge, hint: huge, error: huge, value: huge }
      return field(`f${i}`, i % 2 ? { as: 'long' } : { as: 'choice', options }, more)
    })
    const view = drawn(form(fields, { title: huge, submit: huge }))
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(250_000)
  })

  it('opens for any words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('<!channel>', '<'.repeat(5000), '<!'.repeat(2000), '👨‍👩‍👧‍👦'.repeat(300)),
    )
    const ask: fc.Arbitrary<Ask> = fc.oneof(
      fc.constantFrom<Ask>(
        { as: 'text' },
        { as: 'long' },
        { as: 'date' },
        { as: 'person' },
        { as: 'channel' },
      ),
      fc.array(words, { maxLength: 5 }).map((options): Ask => ({ as: 'choice', options })),
    )
    const fields = fc.array(fc.tuple(ask, words, words, words, fc.option(words)), { maxLength: 6 })
    fc.assert(
      fc.property(fields, words, words, (some, title, submit) => {
        const asked = some.map(([as, label, hint, value, error], i) =>
          field(`f${i}`, as, { label, hint, value, error }),
        )
        const view = drawn(form(asked, { title, submit }))
        expect(JSON.stringify(view)).not.toContain('<!channel>')
      }),
      { numRuns: 50 },
    )
  })
})
