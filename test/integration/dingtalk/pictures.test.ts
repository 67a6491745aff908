/** Charts as pictures: uploaded once, and said in numbers where that fails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Card, card, chart } from '../../../src/kit/card.js'
import { trouble } from '../../support/dingtalk/index.js'
import { type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
let messages: ReturnType<typeof tellingOn>
beforeAll(async () => {
  on = await startOnDingtalk()
  messages = tellingOn(on)
})
afterAll(() => on.stop())
beforeEach(() => on.dingtalk.faults.clear())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const uploads = () => messages.calls('/media/upload').length
const withChart = (title: string, value: number): Card =>
  card(title, [
    chart('销量', {
      shape: 'line',
      labels: ['11-01', '11-02'],
      series: [{ name: '实际', values: [value, value + 1] }],
      unit: '',
    }),
  ])

describe('a chart', () => {
  it('is uploaded once, for all places at the same time', async () => {
    for (const to of ['cidA==', 'cidB==', 'ann']) await messages.tell(to, [withChart('图表', 10)])
    for (const to of ['cidA==', 'cidB==', 'ann']) {
      expect((await messages.arrived(to, '图表')).text).toMatch(/!\[.*\]\(@l/)
    }
    expect(uploads()).toBe(1)
  })

  it('that cannot be uploaded is said in numbers', async () => {
    on.dingtalk.faults.add('POST /media/upload', trouble.unavailable)
    await messages.tell('cidA==', [withChart('数字', 4711)])
    const shown = await messages.arrived('cidA==', '数字')
    expect(shown.text).toMatch(/4,?711/)
    expect(shown.text).not.toContain('![')
  })
})
