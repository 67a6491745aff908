/** A channel follows a campaign, and stops following it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeEach(async () => {
  drumbeat = await startDrumbeat('2024-05-01 09:00')
})
afterEach(() => drumbeat.stop())

const cardsIn = async (channel: string): Promise<string> =>
  words((await drumbeat.messages(channel)).filter(({ visibleTo }) => visibleTo === null))

it('lets another channel follow by its mention, and leaves what stands there as it was when it is ended', async () => {
  const { id } = await drumbeat.channel('launch')
  const manager = voice(drumbeat, '经理', '618大促')
  await manager.say('/mkt new Tea launch=2024-06-01 end=2024-06-20')
  await manager.say(`/mkt 关注活动 C-1 <#${id}>`)
  expect(await cardsIn('launch')).toContain('C-1')
  await manager.say(`/mkt 取消关注活动 C-1 <#${id}>`)
  const stood = await cardsIn('launch')
  await manager.say('/mkt 设置阶段 爆发 6.11-6.20')
  expect(await cardsIn('launch')).toBe(stood)
  expect(await cardsIn('618大促')).not.toBe(stood)
})

it('says so when a channel does not follow, or is none', async () => {
  const manager = voice(drumbeat, '经理', '新品上市')
  await voice(drumbeat, '经理', '618大促').say('/mkt new Tea launch=2024-06-01 end=2024-06-20')
  expect(words((await manager.say('/mkt 取消关注活动 C-1')).messages)).toContain('没有关注')
  expect(words((await manager.say('/mkt 关注活动 C-1 nowhere')).messages)).toContain('nowhere')
})

it('keeps the channel that was named while it asks which campaign is meant', async () => {
  const { id } = await drumbeat.channel('launch')
  const manager = voice(drumbeat, '经理', '618大促')
  for (const launch of ['2024-06-01', '2024-07-01'])
    await manager.say(`/mkt new Tea launch=${launch} end=2024-08-01`)
  await manager.say(`/mkt 关注活动 Tea <#${id}>`)
  await manager.press('C-2 Tea')
  expect(await cardsIn('launch')).toContain('C-2')
})
