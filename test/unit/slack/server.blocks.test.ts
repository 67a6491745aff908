/** The local Slack's limits: what Block Kit does not take is refused in Slack's words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsOfBlocks, faultsOfView, tooLong } from '../../support/slack/blocks/validate.js'

const rules = { nativeBlocks: true, hasFile: (id: string) => id === 'F1' }
const faults = (blocks: unknown) => faultsOfBlocks(blocks, rules)
const words = (length: number) => 'x'.repeat(length)
const section = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: words(length) } })
const button = (fields = {}) => ({ type: 'button', text: { type: 'plain_text', text: 'Go' }, ...fields })
const actions = (...elements: unknown[]) => ({ type: 'actions', elements })
const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ text: { type: 'plain_text', text: `${i}` }, value: `${i}` }))
const select = (fields: object) => ({ type: 'static_select', action_id: 's', ...fields })
const cells = (count: number) => Array.from({ length: count }, () => ({ type: 'raw_text', text: 'x' }))
const table = (rows: number, columns: number) => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => cells(columns)),
})
const chart = (names: string[], labels: string[]) => ({
  type: 'data_visualization',
  title: 'Sales',
  chart: {
    type: 'bar',
    series: names.map((name) => ({ name, data: labels.map((label) => ({ label, value: 1 })) })),
    axis_config: { categories: labels },
  },
})
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`)
const input = (fields = {}) => ({
  type: 'input',
  block_id: 'i',
  label: { type: 'plain_text', text: 'Why' },
  element: { type: 'plain_text_input', action_id: 'v', ...fields },
})
const modal = (fields = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [input()],
  ...fields,
})

describe('blocks', () => {
  it.each<[string, unknown[]]>([
    [
      'texts and buttons at their limits',
      [section(3000), actions(button({ value: words(2000), action_id: words(255) }))],
    ],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    ['a hundred options', [actions(select({ options: options(100) }))]],
    ['a full table', [table(100, 20)]],
    ['two charts of six series', [chart(numbered(6), numbered(20)), chart(['a'], ['b'])]],
    ['a picture of a file', [{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'chart' }]],
    [
      'rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }],
        },
      ],
    ],
  ])('are taken: %s', (_name, blocks) => {
    expect(faults(blocks)).toEqual([])
  })

  it.each<[string, unknown[]]>([
    [
      'no more than 50 items allowed [json-pointer:/blocks]',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
    ],
    ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]', [section(3001)]],
    ['must be more than 0 characters [json-pointer:/blocks/0/text/text]', [section(0)]],
    ['must define `text` or `fields` [json-pointer:/blocks/0]', [{ type: 'section' }]],
    ['unsupported type: carousel [json-pointer:/blocks/1/type]', [section(1), { type: 'carousel' }]],
    ['unsupported type: input [json-pointer:/blocks/0/type]', [input()]],
    [
      'invalid additional property: colour [json-pointer:/blocks/0/elements/0]',
      [actions(button({ colour: 'red' }))],
    ],
    ['missing required field: text [json-pointer:/blocks/0/elements/0]', [actions({ type: 'button' })]],
    [
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
      [actions(button({ value: words(2001) }))],
    ],
    [
      'action_id "a" must be unique [json-pointer:/blocks]',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    ],
    [
      'block_id "b" must be unique [json-pointer:/blocks]',
      [
        { ...section(1), block_id: 'b' },
        { ...section(1), block_id: 'b' },
      ],
    ],
    [
      'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
      [actions(select({ options: options(101) }))],
    ],
    [
      'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
      [actions(select({}))],
    ],
    ['only_one_table_allowed [json-pointer:/blocks]', [table(1, 1), table(1, 1)]],
    ['no more than 20 items allowed [json-pointer:/blocks/0/rows/0]', [table(1, 21)]],
    ['no more than 6 items allowed [json-pointer:/blocks/0/chart/series]', [chart(numbered(7), ['a'])]],
    [
      'invalid slack file [json-pointer:/blocks/0/slack_file]',
      [{ type: 'image', slack_file: { id: 'F2' }, alt_text: 'x' }],
    ],
    [
      'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
      [{ type: 'image', alt_text: 'x' }],
    ],
    [
      'invalid user id [json-pointer:/blocks/0/elements/0/elements/0/user_id]',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'T1/U1' }] }],
        },
      ],
    ],
  ])('are refused: %s', (fault, blocks) => {
    expect(faults(blocks)).toContain(fault)
  })

  it('are too long together beyond 13,200 characters', () => {
    expect(tooLong([section(3000), section(3000), section(3000), section(3000), section(1200)])).toBe(false)
    expect(tooLong([section(3000), section(3000), section(3000), section(3000), section(1201)])).toBe(true)
  })

  it('are refused by name where tables and charts have not been rolled out', () => {
    const old = faultsOfBlocks([section(1), table(1, 1), chart(['a'], ['b'])], {
      ...rules,
      nativeBlocks: false,
    })
    expect(old).toEqual([
      'unsupported type: table [json-pointer:/blocks/1/type]',
      'unsupported type: data_visualization [json-pointer:/blocks/2/type]',
    ])
  })

  it('are judged without breaking, whatever is sent', () => {
    const judged = fc.property(fc.array(fc.jsonValue()), (blocks) => Array.isArray(faults(blocks)))
    fc.assert(judged)
  })
})

describe('views', () => {
  it('are taken with a submit button where they have fields', () => {
    expect(faultsOfView(modal(), 'modal', rules)).toEqual([])
    expect(faultsOfView(modal({ submit: undefined }), 'modal', rules)).toEqual([
      'missing required field: submit [json-pointer:/view]',
    ])
  })

  it('are refused with a long title or field, with pointers into the view', () => {
    const long = modal({
      title: { type: 'plain_text', text: words(25) },
      blocks: [input({ initial_value: words(3001) })],
    })
    expect(faultsOfView(long, 'modal', rules)).toEqual([
      'must be less than 25 characters [json-pointer:/view/title/text]',
      'must be less than 3001 characters [json-pointer:/view/blocks/0/element/initial_value]',
    ])
  })

  it('have tables and a hundred blocks at home, but no charts and no fields', () => {
    const home = (...blocks: unknown[]) => faultsOfView({ type: 'home', blocks }, 'home', rules)
    expect(home(table(1, 1), ...Array.from({ length: 99 }, () => ({ type: 'divider' })))).toEqual([])
    expect(home(chart(['a'], ['b']), input())).toEqual([
      'unsupported type: data_visualization [json-pointer:/view/blocks/0/type]',
      'unsupported type: input [json-pointer:/view/blocks/1/type]',
    ])
  })
})
