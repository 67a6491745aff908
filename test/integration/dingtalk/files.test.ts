/** Files of a card in DingTalk: sent behind the card, where it was asked for. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { trouble } from '../../support/dingtalk/index.js'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnDingtalk
beforeAll(async () => {
  on = await startOnDingtalk()
  await on.people.say('ann', 'cidA==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
})
afterAll(() => on.stop())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const sent = () => on.dingtalk.calls.filter(({ path }) => path === '/media/upload').length

it('an export is sent as a file that Excel opens', async () => {
  await on.people.say('ann', 'cidA==', ' 导出 筹备进度表')
  const message = await on.messageIn('cidA==', 'C-1 茶 活动筹备进度表.xlsx')
  expect(message).toBeTruthy()
  const file = await eventually(() => [...on.dingtalk.media.values()].at(-1))
  const { sheets } = await readXlsx(new Uint8Array(file.bytes))
  expect(sheets[0]?.rows[0]?.slice(0, 2)).toEqual(['任务名称', '负责人'])
})

it('a picture is sent so that it is seen at once', async () => {
  await on.people.direct('ann', '甘特图 C-1')
  const picture = await eventually(() => [...on.dingtalk.media.values()].find(({ type }) => type === 'image'))
  expect(picture.name).toBe('C-1 茶 甘特图.png')
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
})

it('a kind of file that DingTalk does not take is refused in words', async () => {
  const before = sent()
  await on.people.direct('ann', '导出 筹备进度表 csv C-1')
  await on.directTo('ann', 'xlsx')
  expect(sent()).toBe(before)
})

it('a file that cannot be uploaded is said', async () => {
  on.dingtalk.faults.add('/media/upload', trouble.oapi.busy)
  await on.people.direct('ann', '导出 筹备进度表 xlsx C-1')
  await on.directTo('ann', '未能发送')
})
