/** `/mkt doctor` as people meet it in the playground. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-01 09:00')
})
afterAll(() => drumbeat.stop())

const say = async (text: string, as = '经理') => words((await voice(drumbeat, as, 'c1').say(text)).messages)

describe('the doctor', () => {
  it('finds nothing in a new playground', async () => {
    expect(await say('/mkt 体检')).toContain('一切正常')
    expect(await say('/mkt doctor', 'alex')).toContain('18 people; every position that signs is held.')
  })

  it('sees that the owner of a campaign lives by another clock, and says what to type', async () => {
    await say('/mkt sample')
    expect(await say('/mkt doctor')).toContain('一切正常')
    await say('/mkt zone Europe/Berlin')
    const found = await say('/mkt doctor')
    expect(found).toContain('有 1 处需要留意')
    expect(found).toContain('按 Asia/Shanghai 的时间运行，负责人 经理 的时区却是 Europe/Berlin')
    expect(found).toContain('“/mkt 时区 Asia/Shanghai”')
    await say('/mkt 时区 Asia/Shanghai')
    expect(await say('/mkt 诊断')).toContain('一切正常')
  })

  it('sees a person who is somewhere else by their platform, and a campaign without a channel', async () => {
    await drumbeat.store.prisma.account.update({
      where: { platform_account: { platform: 'playground', account: 'designer' } },
      data: { profile: { name: '设计师', zone: 'Asia/Tokyo', language: 'zh-CN', email: null } },
    })
    await drumbeat.store.prisma.campaignChannel.deleteMany({})
    const found = await say('/mkt doctor', 'alex')
    expect(found).toContain('设计师 has the time zone Asia/Shanghai here, but Asia/Tokyo on their platform')
    expect(found).toMatch(/C-1 .* has no channel.*`\/mkt follow C-1`/)
  })

  it('names a position that signs and that nobody holds', async () => {
    await say('/mkt role revoke 财务部负责人 finance-head')
    expect(await say('/mkt doctor')).toContain('以下职位没有人担任：财务部负责人')
  })

  it('is for process owners, planners and administrators: others are refused in words', async () => {
    expect(await say('/mkt doctor', 'intern')).toContain('流程负责人或策划')
    expect(await say('/mkt doctor', 'intern')).not.toContain('时区')
    expect(await say('/mkt doctor', '策划')).toContain('系统设置')
  })
})
