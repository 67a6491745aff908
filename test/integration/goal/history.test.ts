/** Targets computed from a baseline, and what the same season of earlier years says of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-14T01:00:00Z')
  await year('618 2023', '2023-06-01', '480万')
  await year('双11 2023', '2023-11-01', '900万')
  channel = (await drumbeat.channel('618 2024')).id
  await say('/mkt new from ecom-004 "618 2024" launch=2024-06-01')
})
afterAll(() => drumbeat.stop())

const say = (text: string, where = channel) => voice(drumbeat, 'manager', where).say(text)
const said = async (text: string) => words((await say(text)).messages)
const goalNow = (id: number) => drumbeat.store.prisma.goal.findUniqueOrThrow({ where: { id } })

/** A campaign of another time with its GMV. */
const year = async (name: string, launch: string, reached: string) => {
  const { id } = await drumbeat.channel(name)
  await say(`/mkt new from ecom-004 "${name}" launch=${launch}`, id)
  await say('/mkt goal add GMV target=450万元 owner=专员 due=6.25', id)
  await say(`/mkt kpi GMV ${reached}`, id)
}

describe('the goals of a new campaign', () => {
  it('are set by what the same season planned and reached in earlier years (R6)', async () => {
    const text = await said('/mkt goals')
    expect(text).toContain('还没有量化的目标')
    expect(text).toContain('C-1 618 2023 · 2023-06-01 · GMV 450万元 → 480万元')
    expect(text).not.toContain('双11')
  })
})

describe('a target', () => {
  it('is computed from baseline and growth space, and both are stored (F10, R5)', async () => {
    const text = await said('/mkt goal add GMV baseline=300万 growth=50% owner=专员 due=2024-06-25')
    expect(text).toContain('GMV 450万元')
    expect(text).toContain('基准值: 300万元 + 50% = 450万元')
    const goal = await goalNow(3)
    expect([goal.baseline, goal.growth, goal.target, goal.peak].map(String)).toEqual([
      ...['3000000', '50', '4500000', '4800000'],
    ])
  })

  it('stands beside the same season of earlier years, other seasons left out (R6)', async () => {
    const text = await said('/mkt goal G-3')
    expect(text).toContain('往年同期活动')
    expect(text).toMatch(/C-1 618 2023.*2023-06-01.*450万元.*480万元/s)
    expect(text).not.toContain('双11')
    expect(text).not.toContain('高于历史同期峰值')
  })

  it('above what was ever reached is warned of, and kept (F10)', async () => {
    const text = await said('/mkt goal set G-3 target 500万')
    expect(text).toContain('目标值 500万元 高于历史同期峰值 480万元')
    expect(await goalNow(3)).toMatchObject({ peakIn: 1 })
    const kpi = await drumbeat.store.prisma.kpi.findFirstOrThrow({ where: { campaignId: 3, name: 'GMV' } })
    expect(String(kpi.target)).toBe('5000000')
  })

  it('that was computed follows baseline and growth; one that was typed stays', async () => {
    await say('/mkt goal set G-3 growth 20%')
    expect(String((await goalNow(3)).target)).toBe('5000000')
    await say('/mkt goal set G-3 target 360万')
    await say('/mkt goal set G-3 baseline 400万')
    expect(String((await goalNow(3)).target)).toBe('4800000')
  })

  it('needs one unit for both, and a baseline to grow from', async () => {
    expect(await said('/mkt goal set G-3 baseline 5万人')).toContain('请统一单位')
    expect(await said('/mkt goal set G-3 growth 50')).toContain('请写成 50%')
    const { form } = await say('/mkt goal add GMV growth=50% owner=专员 due=6.25')
    expect(form?.fields.find(({ name }) => name === 'baseline')?.error).toContain('基准值')
  })
})
