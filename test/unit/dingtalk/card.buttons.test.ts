/** Buttons of cards: few, short, and each the number of its line. */
import { describe, expect, it } from 'vitest'
import { actions, card, list, text } from '../../../src/kit/card.js'
import { drawCard } from '../../../src/platforms/dingtalk/card.js'
import { buttonsIn, drawn, press, setting, shown } from './drawing.js'

describe('buttons of a card', () => {
  it('have the colour of their look and carry a token', () => {
    const one = drawn(
      actions(press('Approve', 'primary'), press('Reject', 'danger', 'C-2'), press('Show', 'plain', 'C-3')),
    )
    const [approve, ...others] = buttonsIn(one)
    expect(approve).toEqual({
      text: 'Approve',
      color: 'blue',
      request: true,
      id: `db1:${one.actions[0]?.[0]}`,
      params: { id: approve?.id },
    })
    expect(others.map(({ color }) => color)).toEqual(['red', 'gray'])
    expect(one.actions.map(([, action]) => action.args.campaign)).toEqual(['C-1', 'C-2', 'C-3'])
  })

  it('of lines bear the number of their line, which goes on from list to list', () => {
    const lists = [
      list([{ text: 'a', buttons: [press('Done')] }, { text: 'b' }]),
      list([{ text: 'plain', done: true }]),
      list([{ text: 'c', done: false, buttons: [press('Done', 'plain', 'C-2')] }]),
    ]
    expect(shown(...lists)).toEqual(['**1.** a', '**2.** b', '✓ plain', '**3.** ○ c'])
    expect(buttonsIn(drawn(...lists)).map(({ text }) => text)).toEqual(['1 Done', '3 Done'])
  })

  it('that are too many are printed as commands, those of single lines first', () => {
    const items = Array.from({ length: 9 }, (_, i) => ({
      text: `t${i}`,
      buttons: [press('Done', 'plain', `C-${i}`)],
    }))
    const one = drawn(list(items), actions(press('All', 'plain', 'C-all')))
    expect(buttonsIn(one).map(({ text }) => text)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `${n} Done`),
      'All',
    ])
    expect(one.data.markdown).toMatch(
      /Or send as a message: {2}\n {2}• 8 Done: show C-7 {2}\n {2}• 9 Done: show C-8$/,
    )
  })

  it('have short labels in one line', () => {
    const [one] = buttonsIn(drawn(actions(press('打开很长很长很长很长很长的\n活动名称'))))
    expect(one?.text).toBe('打开很长很长很长很长很…')
  })

  it('are taken away by an update without any', () => {
    expect(buttonsIn(drawn(text('decided')))).toEqual([])
  })

  it('of our own template say what they are and send the same token', () => {
    const of = card('', [actions(press('Approve', 'primary'))])
    const { data, actions: kept } = drawCard(of, { ...setting, layout: 'drumbeat' })
    const token = `db1:${kept[0]?.[0]}`
    const params = { actionId: token, params: { id: token } }
    const btn = {
      text: 'Approve',
      color: 'blue',
      status: 'normal',
      event: { type: 'sendCardRequest', params },
    }
    expect(JSON.parse(data.btns ?? '')).toEqual([btn])
    expect(data).not.toHaveProperty('sys_full_json_obj')
  })
})
