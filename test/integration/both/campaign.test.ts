/** One campaign in a Slack channel and in a DingTalk group: cards, people, signatures and the clock's news in both (F126). */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventually, type OnBoth, startOnBoth } from '../../support/on-both.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnBoth
beforeAll(async () => {
  on = await startOnBoth()
})
afterAll(() => on.stop())
afterEach(async () => {
  console.log(JSON.stringify(on.log), on.dingtalk.direct('ann').slice(-2).map(m=>[m.kind, JSON.stringify(m.fields), m.card?.data.markdown]), JSON.stringify(on.slack.ephemerals.slice(-2).map(m=>m.blocks)), await on.store.prisma.schedule.findMany())
  expect(on.dingtalk.violations).toEqual([])
  expect(on.slack.warnings).toEqual([])
})

const group = 'cidA=='
const ownerOf = async (name: string) => (await on.store.prisma.task.findFirstOrThrow({ where: { name } })).ownerId

describe('one campaign on two platforms', () => {
  it('is created in a Slack channel and followed by a DingTalk group; its card stands in both', async () => {
    await on.mkt('U1', `new Summer ${inDays(9)} ${inDays(20)}`)
    await on.inSlack('C1', 'C-1')
    await on.at('ann', '关注 C-1')
    const there = await on.inDingtalk(group, 'C-1')
    expect(there.words()).toContain('Summer')
    expect(await on.store.prisma.campaign.count()).toBe(1)
  })

  it('takes the only campaign for granted in both, and counts what was done in either', async () => {
    const [here, there] = [await on.inSlack('C1', 'C-1'), await on.inDingtalk(group, 'C-1')]
    await on.mkt('U1', `task add Poster <@U2> ${inDays(1)} ${inDays(3)}`)
    await eventually(() => here.words().includes('6 tasks') && there.words().includes('6 tasks'))
    await on.at('ann', `新建任务 Banner ${inDays(1)} ${inDays(3)}`, ['ben'])
    await eventually(() => here.words().includes('7 tasks') && there.words().includes('7 tasks'))
    expect(await ownerOf('Poster')).toBe('T1/U2')
    expect(await ownerOf('Banner')).toBe('dingtalk:ben')
  })

  it('shows a task that was taken on one platform as taken in the group of the other', async () => {
    await on.mkt('U1', 'task M-006')
    await on.at('ann', '任务 M-006')
    const there = await on.inDingtalk(group, 'Poster')
    await (await on.inSlack('D2', 'Poster')).press('U2', 'Accept')
    await eventually(() => !/尚未接受/.test(there.words()))
    expect(there.words()).toContain('bob')
    await there.press('ann', '已完成')
    await eventually(async () => (await on.inSlack('D2', 'Poster')).words().includes('done'))
  })
})

describe('people of the other platform', () => {
  it('are found by name, asked where they are and called by name where they are not', async () => {
    await on.at('ann', `新建任务 Copy bob ${inDays(1)} ${inDays(3)}`)
    expect((await on.inSlack('D2', 'Copy')).words()).toContain('Accept')
    await on.mkt('U1', `task add Video 本杰 ${inDays(1)} ${inDays(3)}`)
    expect((await on.inDingtalk('ben', 'Video')).words()).toContain('接受')
    expect(await ownerOf('Copy')).toBe('T1/U2')
    expect(await ownerOf('Video')).toBe('dingtalk:ben')
  })

  it('are named, not mentioned by an id, in the news of the clock in both places', async () => {
    const row = { name: 'standup.digest', campaignId: 1 }
    await on.store.prisma.schedule.update({
      where: { name_campaignId: row },
      data: { nextAt: new Date(Date.now() - 1000), nextOn: '2024-05-13' },
    })
    const here = await on.inSlack('C1', '2024-05-13')
    // DingTalk hears of the clock a minute or more later, because all robots speak at full hours.
    await on.store.prisma.outboxMessage.updateMany({
      where: { lane: `dingtalk:${group}` },
      data: { notBefore: new Date() },
    })
    const there = await on.inDingtalk(group, '2024-05-13')
    console.log(here.words(), there.words())
    for (const one of [here, there]) expect(one.words()).not.toMatch(/T1\/|dingtalk:/)
  })
})

describe('a plan whose signers are on Slack, on DingTalk and on both', () => {
  it('is signed by each where they are, one after the other, seen in both', async () => {
    await on.mkt('U3', '绑定')
    const whisper = await eventually(() => on.slack.ephemerals.findLast(({ only }) => only === 'U3'))
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(JSON.stringify(whisper.blocks))?.[0]
    await on.alone('dong', `绑定 ${code}`)
    await on.inDingtalk('dong', 'Slack')
    await on.mkt('U1', 'grant <@U2> marketing-manager')
    await on.at('ann', '授予角色 operations-supervisor', ['chen'])
    await on.at('ann', '授予角色 finance-head', ['dong'])
    await on.at('ann', '提交方案')
    const chains = [await on.inSlack('C1', 'A-1'), await on.inDingtalk(group, 'A-1')]
    for (const one of chains) console.log(one.words())
    await (await on.inSlack('D2', 'A-1')).press('U2', 'Approve')
    await (await on.inDingtalk('chen', 'A-1')).press('chen', '同意')
    const [here, there] = [await on.inSlack('D3', 'A-1'), await on.inDingtalk('dong', 'A-1')]
    const late = here.taken()
    await there.press('dong', '同意')
    await eventually(() => !here.words().includes('同意\n'))
    for (const one of [...chains, here, there]) console.log(one.words())
    await on.slack.people().press('U3', late, '同意')
    await eventually(() => on.slack.messages('D3').find((m) => JSON.stringify(m).includes('无需重复')) ?? on.slack.ephemerals.find((m) => JSON.stringify(m).includes('无需重复')))
    expect(await on.store.prisma.approval.findFirstOrThrow({ include: { steps: true } })).toMatchObject({ status: 'approved' })
  })
})
