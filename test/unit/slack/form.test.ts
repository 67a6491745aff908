/** Forms in Slack: each value is asked for with the picker that suits it. */
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../src/kit/args.js'
import { errorsOf, formId, modalOf } from '../../../src/platforms/slack/form.js'
import { context, drawn, field, form, inputsOf, t } from './some-form.js'

const elementOf = (ask: Ask, value = '') => inputsOf(drawn(form([field('x', ask, { value })])))[0]?.element

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
