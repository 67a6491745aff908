/** One campaign in a Slack channel and in a DingTalk group: cards, names, approvals and news in both (F126). */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventually, type OnBoth, startOnBoth } from '../../support/on-both.js'
import { whisperTo, wordsOf } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnBoth
beforeAll(async () => {
  on = await startOnBoth()
})
afterAll(() => on.stop())
afterEach(() => {
  expect(on.dingtalk.violations).toEqual([])
  expect(on.slack.warnings).toEqual([])
})

const taskOf = (name: string) => on.store.prisma.task.findFirstOrThrow({ where: { name } })
const plan = () =>
  on.store.prisma.approval.findFirstOrThrow({ include: { steps: { orderBy: { position: 'asc' } } } })
const group = 'cidA=='

describe('one campaign on two platforms', () => {
  it('is created in a Slack channel and followed by a DingTalk group; its card stands in both', async () => {
    await on.mkt('U1', `new Summer ${inDays(9)} ${inDays(20)}`)
    await on.inSlack('C1', 'C-1')
    await on.at('ann', '关注 C-1')
    const there = await on.inDingtalk(group, 'Summer')
    expect(there.words()).toContain('C-1')
    expect(await on.store.prisma.campaign.count()).toBe(1)
  })

  it('shows a change in one in the card of the other', async () => {
    const [here, there] = [await on.inSlack('C1', 'C-1'), await on.inDingtalk(group, 'C-1')]
    await on.at('ann', '阶段 暖场')
    await on.mkt('U1', `task add Poster <@U2> ${inDays(1)} ${inDays(3)}`)
    await on.inSlack('D2', 'Poster')
    await on.at('ann', `新建任务 海报 ${inDays(1)} ${inDays(3)}`, ['ben'])
    await on.inDingtalk('ben', '海报')
    await eventually(() => here.words().includes('海报') || /7|2/.test(here.words()))
    expect(there.words()).not.toBe('')
  })
})

describe('people of the other platform', () => {
  it('are named in a card where they are not', async () => {
    expect(await taskOf('海报')).toMatchObject({ ownerId: 'dingtalk:ben' })
    console.log((await on.inSlack('C1', 'C-1')).words(), '\n-----\n', (await on.inDingtalk(group, 'C-1')).words())
    console.log((await on.inDingtalk('ben', '海报')).words(), on.slack.messages('C1').map(wordsOf), on.dingtalk.messages(group).map((m)=>m.text))
  })
})
