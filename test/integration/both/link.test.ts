/** Becoming one person on Slack and DingTalk by a code, and two again, in the words people use there (F126). */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codeIn, eventually, type OnBoth, startOnBoth } from '../../support/on-both.js'
import { whisperTo, wordsOf } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnBoth
beforeAll(async () => {
  on = await startOnBoth()
  await on.mkt('U1', `new Summer ${inDays(9)} ${inDays(20)}`)
  await on.inSlack('C1', 'C-1')
})
afterAll(() => on.stop())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const personAt = async (platform: string, account: string) =>
  (await on.store.prisma.account.findFirst({ where: { platform, account } }))?.personId ?? null

describe('a code from Slack', () => {
  it('is good in DingTalk, alone with the robot, and both are told in the language of whose code it is', async () => {
    await on.mkt('U2', 'link')
    const told = await whisperTo(on.slack, 'U2', 'Your code')
    await on.alone('ben', `绑定 ${codeIn(wordsOf(told))}`)
    expect((await on.inDingtalk('ben', 'One person')).words()).toContain('DingTalk + Slack')
    await on.inSlack('D2', 'One person')
    expect(await personAt('dingtalk', 'ben')).toBe('T1/U2')
  })

  it('makes what waits in Slack asked in DingTalk too', async () => {
    await on.mkt('U1', `task add Poster <@U3> ${inDays(1)} ${inDays(3)}`)
    const here = await on.inSlack('D3', 'Poster')
    await on.link()
    const there = await on.inDingtalk('dong', 'Poster')
    await there.press('dong', '接受')
    await eventually(() => !here.words().includes('接受'))
  })
})

describe('a code from DingTalk', () => {
  it('is good in Slack, alone with the bot, in Chinese for whoever got it there', async () => {
    await on.alone('chen', '绑定')
    const told = await eventually(() => on.dingtalk.direct('chen').findLast(({ text }) => codeIn(text)))
    expect(told.text).toContain('15 分钟')
    await on.slack.people().direct('U4', `link ${codeIn(told.text)}`)
    await on.inSlack('D4', '已绑定为同一个人')
    expect(await personAt('slack', 'T1/U4')).toBe('dingtalk:chen')
  })

  it('that nobody got is refused in the language of whoever typed it', async () => {
    await on.slack.people().direct('U1', 'link AAAA-AAAA')
    await on.inSlack('D1', 'This code is unknown')
    await on.alone('ann', '绑定 AAAA-AAAA')
    await eventually(() => on.dingtalk.direct('ann').some(({ text }) => text.includes('绑定码不存在')))
  })
})

describe('a wrong link', () => {
  it('is undone in words, and whoever writes from that account next is somebody of their own', async () => {
    await on.mkt('U2', 'unlink DingTalk')
    await whisperTo(on.slack, 'U2', 'not linked to bob any more')
    expect(await personAt('dingtalk', 'ben')).toBeNull()
    await on.alone('ben', '时区 Asia/Tokyo')
    await eventually(() => on.dingtalk.direct('ben').some(({ text }) => text.includes('Asia/Tokyo')))
    expect(await personAt('dingtalk', 'ben')).toBe('dingtalk:ben')
    await on.slack.people().direct('U1', 'person unlink eva 钉钉')
    await on.inSlack('D3', '已解除绑定')
    expect(await personAt('dingtalk', 'dong')).toBeNull()
  })
})
