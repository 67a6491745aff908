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
  expect(on.dingtalk.violations).toEqual([])
  expect(on.slack.warnings).toEqual([])
})

const group = 'cidA=='
const ownerOf = async (name: string) =>
  (await on.store.prisma.task.findFirstOrThrow({ where: { name } })).ownerId

describe('one campaign on two platforms', () => {
  it('is created in a Slack channel and followed by a DingTalk group; its card stands in both', async () => {
    await on.mkt('U1', `new Summer ${inDays(0)} ${inDays(11)}`)
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
    const here = await on.inSlack('D2', 'Poster')
    await here.press('U2', 'Accept')
    await eventually(() => !there.words().includes('尚未接受'))
    expect(there.words()).toContain('bob')
    await there.press('ann', '已完成')
    await eventually(() => here.words().includes('done'))
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

  it('are called by name in the news of the clock, and a group that hears it later is not silent until then', async () => {
    const row = { name: 'standup.digest', campaignId: 1 }
    const due = { nextAt: new Date(Date.now() - 1000), nextOn: inDays(0) }
    await on.store.prisma.schedule.update({ where: { name_campaignId: row }, data: due })
    const here = await on.inSlack('C1', 'Digest')
    await on.at('ann', '任务 Copy')
    await on.inDingtalk(group, 'Copy')
    expect(on.dingtalk.messages(group).some(({ title }) => title.includes('Digest'))).toBe(false)
    // DingTalk hears of the clock a minute or more later, because all robots speak at full hours.
    const lane = `dingtalk:${group}`
    await on.store.prisma.outboxMessage.updateMany({ where: { lane }, data: { notBefore: new Date() } })
    const there = await on.inDingtalk(group, 'Digest')
    expect(there.words()).toContain('5 delayed')
    for (const one of [here, there]) expect(one.words()).not.toMatch(/T1\/|dingtalk:/)
  })
})

describe('a plan whose signers are on Slack, on DingTalk and on both', () => {
  let chains: { words(): string }[]

  it('goes to the first of them where they are, and its chain stands in both places', async () => {
    await on.link()
    await on.mkt('U1', 'grant <@U2> marketing-manager')
    await on.at('ann', '授予角色 operations-supervisor', ['chen'])
    await on.at('ann', '授予角色 finance-head', ['dong'])
    await on.at('ann', '提交方案')
    // By words that only the chain has: whoever submits is answered in the group, too, in their own language.
    chains = [
      await on.inSlack('C1', 'marketing manager (bob)'),
      await on.inDingtalk(group, 'marketing manager (bob)'),
    ]
    for (const chain of chains) expect(chain.words()).toContain('A-1')
  })

  it('is signed where they are, one after the other, and every signature is seen in both', async () => {
    const both = (words: string) => eventually(() => chains.every((one) => one.words().includes(words)))
    await (await on.inSlack('D2', 'A-1')).press('U2', 'Approve')
    await both('operations supervisor (陈晨)')
    await (await on.inDingtalk('chen', 'A-1')).press('chen', '同意')
    await both('head of finance (eva)')
  })

  it('asks whoever is on both on both, takes one answer and shows it on the other', async () => {
    const [here, there] = [await on.inSlack('D3', 'A-1'), await on.inDingtalk('dong', 'A-1')]
    const late = here.taken()
    for (const one of [here, there]) expect(one.words()).toContain('同意')
    await there.press('dong', '同意')
    await eventually(() => !here.words().includes('驳回') && !there.words().includes('驳回'))
    await on.slack.people().press('U3', late, '同意')
    await on.inSlack('D3', '无需重复操作')
    const { status, steps } = await on.store.prisma.approval.findFirstOrThrow({ include: { steps: true } })
    expect(status).toBe('approved')
    expect(steps.map(({ platform }) => platform).sort()).toEqual(['dingtalk', 'dingtalk', 'slack'])
    await on.inSlack('C1', 'All signatures are given')
    await on.inDingtalk(group, 'All signatures are given')
  })
})
