/** Forms in Slack: asked for with its pickers, and read as the texts a person would have typed. */
import type { types, ViewStateValue } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import type { Ask } from '../../../src/kit/args.js'
import type { Form, FormField } from '../../../src/kit/form.js'
import { askedIn, errorsOf, formId, modalOf, valuesOf } from '../../../src/platforms/slack/form.js'
import { faultsOfView } from '../../support/slack/blocks/validate.js'

const t = createTranslators(readLocales())('en')
const context = '{"command":"task-add"}'

const field = (name: string, ask: Ask, more: Partial<FormField> = {}): FormField => ({
  ...{ name, label: name, hint: '', required: true, ask, value: '', error: null },
  choices: ask.as === 'choice' ? [...ask.options] : [],
  ...more,
})
const form = (fields: FormField[], more: Partial<Form> = {}): Form => ({
  ...{ command: 'task-add', title: 'Add a task', submit: 'Add', hidden: {}, fields },
  ...more,
})
const drawn = (of: Form) => {
  const view = modalOf(of, { t, context })
  expect(faultsOfView(view, 'modal', { nativeBlocks: true, hasFile: () => true })).toEqual([])
  return view
}
const inputsOf = (view: types.ModalView) =>
  view.blocks.filter((block): block is types.InputBlock => block.type === 'input')
const elementOf = (ask: Ask, value = '') => inputsOf(drawn(form([field('x', ask, { value })])))[0]?.element

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

describe('a form', () => {
  it('is a modal whose fields are called as they are named', () => {
    const view = drawn(
      form([
        field('name', { as: 'text' }, { label: 'Name <!here>', hint: 'Up to *80* characters' }),
        field('remarks', { as: 'long' }, { required: false }),
        field('secret', { as: 'hidden' }),
      ]),
    )
    expect(view).toMatchObject({
      callback_id: formId,
      title: { text: 'Add a task' },
      submit: { text: 'Add' },
      close: { text: 'Cancel' },
      blocks: [
        {
          block_id: 'name',
          optional: false,
          hint: { text: 'Up to *80* characters' },
          element: { multiline: false },
        },
        { block_id: 'remarks', optional: true, element: { type: 'plain_text_input', multiline: true } },
      ],
    })
    expect(JSON.stringify(view)).not.toContain('<!here>')
  })

  it('says in full what its narrow title cannot', () => {
    const title = 'Take a marketing task that somebody else has given up'
    const view = drawn(form([field('name', { as: 'text' })], { title, submit: title }))
    expect(view.title.text).toBe('Take a marketing task t…')
    expect(view.blocks[0]).toMatchObject({ type: 'section', text: { text: title } })
  })

  it('shows what is wrong above the field, and again as errors by field', () => {
    const of = form([
      field('name', { as: 'text' }, { error: 'Please give a name' }),
      field('due', { as: 'date' }),
      field('seen', { as: 'hidden' }, { error: 'never shown' }),
    ])
    expect(drawn(of).blocks).toMatchObject([
      { type: 'section', text: { text: '⚠️ Please give a name' } },
      { block_id: 'name' },
      { block_id: 'due' },
    ])
    expect(errorsOf(of)).toEqual({ name: 'Please give a name' })
  })

  it('carries its context as it is, without what looks like a call', () => {
    const said = JSON.stringify({ name: '<!channel>' })
    const { private_metadata = '' } = modalOf(form([]), { t, context: said })
    expect(private_metadata).not.toContain('<!')
    expect(JSON.parse(private_metadata)).toEqual({ name: '<!channel>' })
  })

  it('can be sent at once when it asks for nothing', () => {
    expect(drawn(form([])).blocks).toHaveLength(1)
  })
})

describe('each way of asking', () => {
  it('picks days, and keeps a day that was typed otherwise', () => {
    expect(elementOf({ as: 'date' })).toEqual({ type: 'datepicker', action_id: 'x' })
    expect(elementOf({ as: 'date' }, '2024-05-31')).toMatchObject({ initial_date: '2024-05-31' })
    expect(elementOf({ as: 'date' }, '2024-02-31')).toMatchObject({ initial_value: '2024-02-31' })
    expect(elementOf({ as: 'date' }, 'next week')).toMatchObject({ initial_value: 'next week' })
  })

  it('picks people, and keeps a name that was typed', () => {
    expect(elementOf({ as: 'person' })).toEqual({ type: 'users_select', action_id: 'x' })
    expect(elementOf({ as: 'person' }, '<@T1/U2>')).toMatchObject({ initial_user: 'U2' })
    expect(elementOf({ as: 'person' }, '@小王')).toMatchObject({
      type: 'plain_text_input',
      initial_value: '@小王',
    })
    const known = modalOf(form([field('x', { as: 'person' }, { value: 'p7' })]), {
      t,
      context,
      userOf: () => 'U7',
    })
    expect(inputsOf(known)[0]?.element).toMatchObject({ initial_user: 'U7' })
  })

  it('picks channels but no private talks, first of all the one it is called in', () => {
    expect(elementOf({ as: 'channel' })).toEqual({
      type: 'conversations_select',
      action_id: 'x',
      filter: { include: ['public', 'private'] },
      default_to_current_conversation: true,
    })
    expect(elementOf({ as: 'channel' }, '<#T1/C3>')).toMatchObject({ initial_conversation: 'C3' })
    expect(elementOf({ as: 'channel' }, '#618')).toMatchObject({ initial_value: '#618' })
  })

  it('picks one of the options by its label', () => {
    const ask: Ask = { as: 'choice', options: ['low', 'high'] }
    const labelled = field('x', ask, { choices: ['低', '高'], value: 'high' })
    const high = { text: { type: 'plain_text', text: '高', emoji: false }, value: 'high' }
    expect(inputsOf(drawn(form([labelled])))[0]?.element).toMatchObject({
      type: 'static_select',
      initial_option: high,
    })
    expect(elementOf(ask, 'neither')).not.toHaveProperty('initial_option')
  })

  it('groups more than a hundred options', () => {
    const options = Array.from({ length: 250 }, (_, i) => `option-${i}`)
    const element = elementOf({ as: 'choice', options }, 'option-249')
    const groups = element?.type === 'static_select' ? element.option_groups : []
    expect(groups?.map((group) => [group.label.text, group.options.length])).toEqual([
      ['1–100', 100],
      ['101–200', 100],
      ['201–250', 50],
    ])
  })
})

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
