/** Presses are answered with what is known in time, and cards are changed only after that. */
import { expect, it } from 'vitest'
import { createPresses } from '../../../src/platforms/dingtalk/presses.js'

const never = new Promise(() => {})
const drawn = { data: { title: 'now' }, summary: '', actions: [], mentions: {} }

it('a press is answered in time although its work goes on', async () => {
  const press = createPresses().open('card', 'press:1', 'ben')
  const from = performance.now()
  expect(await press.seen(never)).toEqual({})
  expect(performance.now() - from).toBeLessThan(1800)
})

it('the card is changed for everybody only after all who have pressed it were answered', async () => {
  const presses = createPresses()
  const [ben, ann] = [presses.open('card', 'press:1', 'ben'), presses.open('card', 'press:2', 'ann')]
  const order: string[] = []
  const changed = presses.show('card', drawn).then(() => order.push('changed'))
  for (const press of [ben, ann]) {
    expect(await press.seen(never)).toEqual({ drawn })
    order.push('answered')
    press.close()
  }
  await changed
  expect(order).toEqual(['answered', 'answered', 'changed'])
})

it('a line that comes after the answer has to be said otherwise', async () => {
  const presses = createPresses()
  const press = presses.open('card', 'press:1', 'ben')
  await press.seen(Promise.resolve())
  expect(presses.tip('press:1', 'late')).toBe(false)
  press.close()
  expect(presses.tip('press:1', 'later')).toBe(false)
})

it('a card that nobody presses is changed at once', async () => {
  expect(await createPresses().show('card', drawn)).toEqual([])
})
