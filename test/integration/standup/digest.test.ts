/** The digest on a real store and a clock that is moved: once a day, alive while the day lasts, then left alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-10T08:00:00Z')
  channel = (await drumbeat.channel('digests')).id
  await say('new from ecom-004 "618" launch=2024-06-01 end=2024-06-25 type=mega-promotion')
})
afterAll(() => drumbeat.stop())

const say = (text: string, as = 'manager') => voice(drumbeat, as, channel).say(`/mkt ${text}`)
const digests = async (where = channel) =>
  (await drumbeat.messages(where)).filter(({ text }) => /^[\d-]{10} 短会摘要/.test(text))

describe('the digest', () => {
  it('is announced by `next` with its words, time and campaign', async () => {
    expect(words((await say('next')).messages)).toMatch(/2024-05-11 10:00 · 周六 · 每日短会摘要 · C-1 618/)
  })

  it('is posted at 10:00 on working days, once; the 11th is a make-up Saturday, the 12th a free Sunday', async () => {
    await drumbeat.clock('2024-05-11T01:59:00Z')
    expect(await digests()).toHaveLength(0)
    await drumbeat.clock('2024-05-12T10:00:00Z')
    expect((await digests()).map(({ text }) => text.split('\n')[0])).toEqual(['2024-05-11 短会摘要 · 618'])
  })

  it('names what is late with its owner, and changes in place when a task is done', async () => {
    await drumbeat.clock('2024-05-13T02:00:00Z')
    const [, posted] = await digests()
    expect(posted?.text).toContain('延期')
    expect(posted?.text).toMatch(/M-003 活动页面开发 · 工程师 · 延期 1 天/)
    await say('done C-1/M-003', 'engineer')
    const now = await digests()
    expect(now).toHaveLength(2)
    expect(now[1]?.id).toBe(posted?.id)
    expect(now[1]?.text).not.toContain('活动页面开发')
  })

  it('stays as it was when its day is over', async () => {
    const before = (await digests())[1]?.text
    await drumbeat.clock('2024-05-13T18:00:00Z')
    await say('done C-1/M-001')
    expect((await digests())[1]?.text).toBe(before)
  })

  it('comes on Sundays, too, while the public looks (O50)', async () => {
    const { id } = await drumbeat.channel('public')
    const owner = voice(drumbeat, 'manager', id)
    await owner.say('/mkt new from ecom-004 "now" launch=2024-05-15 end=2024-06-08 type=mega-promotion')
    await drumbeat.clock('2024-05-19T03:00:00Z')
    expect((await digests(id)).at(-1)?.text).toContain('2024-05-19 短会摘要 · now')
    expect((await digests(id)).at(-1)?.text).toContain('预热期，第 5 天 / 共 10 天')
    expect((await digests()).at(-1)?.text).toContain('2024-05-17')
  })

  it('is shown privately to whoever asks, viewers included', async () => {
    const answer = await say('今日摘要', 'intern')
    expect(words(answer.messages)).toContain('2024-05-19 短会摘要 · 618')
    expect(answer.messages.at(-1)?.visibleTo).toEqual(['intern'])
  })
})
