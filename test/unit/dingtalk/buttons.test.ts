/** A press is known by our token, wherever DingTalk puts it. */
import { describe, expect, it } from 'vitest'
import { tokenIn, tokenOf } from '../../../src/platforms/dingtalk/buttons.js'

const action = { command: 'task-status', args: { task: 'C-1/M-003', to: 'done' } }
const { token, hash } = tokenOf(action)

describe('a token', () => {
  it('is short, ours, and the same for the same action', () => {
    expect(token).toMatch(/^db1:[A-Za-z0-9_-]{22}$/)
    expect(token).toBe(`db1:${hash}`)
    expect(tokenOf({ ...action })).toEqual({ token, hash })
    expect(tokenOf({ ...action, args: { ...action.args, to: 'doing' } }).token).not.toBe(token)
  })

  it.each([
    ['in the list of actions', { cardPrivateData: { actionIds: [token], params: {} } }],
    ['in the params', { cardPrivateData: { actionIds: ['1'], params: { id: token } } }],
    ['in params of ours', { cardPrivateData: { params: { params: { own: token } } } }],
    ['in nested JSON', JSON.stringify({ cardPrivateData: JSON.stringify({ params: `{"id":"${token}"}` }) })],
    ['alone', token],
  ])('is found %s', (_, content) => {
    expect(tokenIn(content)).toBe(token)
  })

  it.each([
    ['nothing', null],
    ['an empty callback', {}],
    ['the id of another app', { actionIds: ['cw1:approve:1'] }],
    ['a token that is too long', { id: `${token}x` }],
    ['words in which one is quoted', { text: `what is ${token}?` }],
    ['broken JSON', `{"id":"${token}"`],
    ['a depth that no callback has', JSON.parse(`${'['.repeat(5000)}"${token}"${']'.repeat(5000)}`)],
  ])('is not found in %s', (_, content) => {
    expect(tokenIn(content)).toBeNull()
  })
})
