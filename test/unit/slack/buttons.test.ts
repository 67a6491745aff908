/** A button says what it does, however long that is; values of others say nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionOf, buttonValue } from '../../../src/platforms/slack/buttons.js'

const actions = fc.record({
  command: fc.string({ unit: 'binary', minLength: 1 }),
  args: fc.dictionary(
    fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__'),
    fc.string({ unit: 'binary', maxLength: 400 }),
    { noNullPrototype: true },
  ),
})

describe('the value of a button', () => {
  it('is read as the command it was made from', () => {
    const action = { command: 'task-status', args: { task: 'C-1/M-003', to: 'done', seen: '1' } }
    expect(buttonValue(action)).toEqual({
      value: '["task-status",{"task":"C-1/M-003","to":"done","seen":"1"}]',
    })
    expect(actionOf(buttonValue(action).value)).toEqual(action)
  })

  it('comes back whole for any arguments, or as the hash under which they are kept', () => {
    fc.assert(
      fc.property(actions, (action) => {
        const { value, long } = buttonValue(action)
        expect(value.length).toBeLessThanOrEqual(2000)
        expect(actionOf(value)).toEqual(long ? { hash: long[0] } : action)
        if (long) expect(long[1]).toEqual(action)
      }),
    )
  })

  it('is a hash when it would be longer than Slack carries', () => {
    const action = { command: 'new', args: { name: '长'.repeat(2000) } }
    const { value, long } = buttonValue(action)
    expect(value).toMatch(/^#[0-9a-f]{64}$/)
    expect(long).toEqual([value.slice(1), action])
    expect(buttonValue({ ...action, args: { name: '长'.repeat(2001) } }).value).not.toBe(value)
  })

  it('calls nobody, although its arguments look like it', () => {
    const { value } = buttonValue({ command: 'new', args: { name: '<!channel> <@U123>' } })
    expect(value).not.toMatch(/<[!@#]/)
    expect(actionOf(value)).toEqual({ command: 'new', args: { name: '<!channel> <@U123>' } })
  })

  it('of somebody else is nothing', () => {
    for (const value of [
      '',
      'null',
      '7',
      '{}',
      '[]',
      '[1,{}]',
      '["a"]',
      '["a",null]',
      '{"a":',
      '#12',
      '#',
      'click_me',
    ]) {
      expect(actionOf(value), value).toBeNull()
    }
  })

  it('keeps only arguments that are text', () => {
    expect(actionOf('["show",{"campaign":"C-1","n":1,"x":null}]')).toEqual({
      command: 'show',
      args: { campaign: 'C-1' },
    })
  })
})
