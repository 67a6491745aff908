/** A year whose holidays are not known: administrators hear it once, in time, and can enter it themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastKnownYear } from '../../../src/kit/calendar.js'
import { direct, startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

const [year, next] = [lastKnownYear(), lastKnownYear() + 1]
let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat(`${year}-11-30T09:00:00Z`)
  const owner = voice(drumbeat, 'manager', (await drumbeat.channel('winter')).id)
  await owner.say(
    `/mkt new from ecom-004 "年货节" launch=${year}-12-20 end=${next}-01-10 type=mega-promotion`,
  )
  await owner.say(`/mkt new from ecom-004 "元旦" launch=${year}-12-20 end=${next}-01-04 type=mega-promotion`)
})
afterAll(() => drumbeat.stop())

const say = async (text: string) => words((await voice(drumbeat, 'manager').say(`/mkt ${text}`)).messages)
const warnings = async (whom = 'manager') =>
  (await drumbeat.messages(direct(whom), whom)).filter(({ text }) => text.includes(`${next} 年的节假日安排`))

describe('a missing year', () => {
  it('is told to administrators thirty days before, once for all campaigns', async () => {
    await drumbeat.clock(`${year}-12-01T09:00:00Z`)
    expect(await warnings()).toHaveLength(0)
    await drumbeat.clock(`${year}-12-05T09:00:00Z`)
    const told = await warnings()
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain(`${next} 年暂以周一、周二、周三、周四、周五为工作日`)
    expect(told[0]?.text).toContain('C-1 年货节')
    expect(told[0]?.text).toContain('C-2 元旦')
    expect(await warnings('designer')).toHaveLength(0)
  })

  it('is named by the doctor and by the calendar', async () => {
    expect(await say('体检')).toContain(`没有 ${next} 年的节假日数据`)
    expect(await say(`日历 ${next}-01`)).toContain(`${next} 年的法定节假日安排尚未收录，暂以周一`)
  })

  it('is known when its holidays were pasted: the warning and the doctor say so', async () => {
    await say(
      `日历导入 ${next}-01-01 休 元旦\n${next}-05-01 休 劳动节\n${next}-10-01~${next}-10-07 休 国庆节`,
    )
    expect((await warnings())[0]?.text).toContain('已收录')
    expect(await say('体检')).not.toContain(`没有 ${next} 年的节假日数据`)
  })
})
