/** Going live (A11, F32): seven tests, whoever tests them, and the general owner's press that starts the run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalStories, monday } from '../../support/approval.js'
import { startDrumbeat, type TestDrumbeat, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
const { as, submitted } = approvalStories(() => drumbeat)
beforeAll(async () => {
  drumbeat = await startDrumbeat(monday)
})
afterAll(() => drumbeat.stop())

/** A campaign in the stage of tests, whatever was to be prepared done. */
const ready = async () => {
  const one = await submitted()
  const id = Number(one.campaign.slice(2))
  const { prisma } = drumbeat.store
  await prisma.campaign.update({ where: { id }, data: { stage: 'S5' } })
  await prisma.task.updateMany({ where: { campaignId: id }, data: { status: 'done' } })
  return { ...one, id, stage: async () => (await prisma.campaign.findUniqueOrThrow({ where: { id } })).stage }
}

describe('the seven tests', () => {
  it('are listed with those who test them; a failed one says why and can be tested again', async () => {
    const { planner, channel } = await ready()
    expect(words((await planner.say('/mkt 测试清单')).messages)).toContain('0/7')
    await planner.say('/mkt 测试人 7 @engineer')
    const engineer = as('engineer', channel)
    await engineer.say('/mkt 测试结果 7 通过')
    expect(words((await engineer.say('/mkt 测试结果 3 通过')).messages)).toContain('由他人测试')
    expect(words((await planner.say('/mkt 测试结果 3 未通过')).messages)).toContain('请说明未通过的原因')
    await planner.say('/mkt 测试结果 3 未通过 按钮没有反应')
    const list = words((await planner.say('/mkt 测试清单')).messages)
    expect(list).toContain('1/7')
    expect(list).toContain('按钮没有反应')
    expect(words((await engineer.say('/mkt 测试结果 7 通过')).messages)).toContain('已经是')
  })
})

describe('going live', () => {
  it('is closed while a test is open, also to whoever goes on by stage; then the owner starts stage S6', async () => {
    const { planner, owner, stage, id } = await ready()
    for (const test of [1, 2, 3, 4, 5, 6]) await planner.say(`/mkt 测试结果 ${test} 通过`)
    expect(words((await owner.say('/mkt 上线')).messages)).toContain('1 项测试未通过')
    expect(words((await planner.say('/mkt 测试清单')).messages)).toContain('高并发')
    await planner.say('/mkt 测试结果 7 通过')
    expect(words((await planner.say('/mkt stage next')).messages)).toContain('总负责人')
    expect(words((await planner.say('/mkt 上线')).messages)).toContain('只有活动总负责人')
    expect(await stage()).toBe('S5')
    await owner.say('/mkt 测试清单')
    await owner.press('上线')
    expect(await stage()).toBe('S6')
    const where = { campaignId: id, action: { in: ['golive.launch', 'golive.denied'] } }
    expect(await drumbeat.store.prisma.auditEvent.count({ where })).toBe(2)
    expect(words((await owner.say('/mkt 上线')).messages)).toContain('已经上线')
  })
})
