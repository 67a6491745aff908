/** CALENDAR_FILE: days for everybody, read at start; and calendars of two organisations in one store. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.js'
import type { Store } from '../../../src/engine/db/open.js'
import { within } from '../../../src/engine/db/organisation.js'
import { holdCalendar, setDays } from '../../../src/features/calendar/calendar.repo.js'
import { calendarOf, keepShared } from '../../../src/features/calendar/index.js'
import { dayKind } from '../../../src/kit/calendar.js'
import { introduce } from '../../../src/main.js'
import { translator } from '../../support/samples.js'
import { openTestStore, testFolder } from '../../support/store.js'

const en = translator('en')
let store: Store | null = null
afterEach(() => store?.close())

const opened = async (file: string | null) => {
  store = await openTestStore()
  await keepShared(store, file, en)
  return store.prisma
}
const shown = async (db: Parameters<typeof calendarOf>[0], organisation: string) =>
  [...(await calendarOf(db, organisation)).own].map(([date, { name }]) => `${date} ${name}`)

describe('the days of a file', () => {
  it('hold for every organisation, until it decides otherwise', async () => {
    const prisma = await opened('2026-10-09 off Company day\n2026-10-10,off,Cleaning')
    await holdCalendar(prisma, 'T1')
    await setDays(prisma, 'T1', [{ date: '2026-10-09', kind: 'working', name: 'Not us' }])
    expect(await shown(prisma, '')).toEqual(['2026-10-09 Company day', '2026-10-10 Cleaning'])
    expect(await shown(within(prisma, 'T1'), 'T1')).toEqual(['2026-10-09 Not us', '2026-10-10 Cleaning'])
    expect(dayKind('2026-10-10', await calendarOf(prisma, 'T2'))).toBe('off')
  })

  it('are those of the file that was read last; without a file there are none', async () => {
    const prisma = await opened('2026-10-09 off Company day')
    await keepShared({ prisma }, '2026-10-12 off Another day', en)
    expect(await shown(prisma, '')).toEqual(['2026-10-12 Another day'])
    await keepShared({ prisma }, null, en)
    expect(await shown(prisma, '')).toEqual([])
  })

  it('are refused together when a line is bad, which is named', async () => {
    const prisma = await opened('2026-10-09 off Company day')
    const bad = keepShared({ prisma }, '2026-10-12 off Fine\n\n2026-13-01 off Never', en)
    await expect(bad).rejects.toThrow(/CALENDAR_FILE.*\n {2}line 3: “2026-13-01” is no date/)
    expect(await shown(prisma, '')).toEqual(['2026-10-09 Company day'])
  })
})

describe('CALENDAR_FILE', () => {
  const started = async (path: string) => {
    store = await openTestStore()
    return introduce(readConfig({ PORT: '0', LOG_LEVEL: 'silent', CALENDAR_FILE: path }), store)
  }

  it('is read at start', async () => {
    const path = join(testFolder('nothing'), 'days.csv')
    writeFileSync(path, '\uFEFFdate,kind,name\r\n2026-10-09,off,公司休息\r\n')
    const drumbeat = await started(path)
    await drumbeat.stop()
    expect(store && (await shown(store.prisma, ''))).toEqual(['2026-10-09 公司休息'])
  })

  it('must be there, and every line of it must be a day', async () => {
    await expect(started('/nowhere/days.csv')).rejects.toThrow('CALENDAR_FILE cannot be read')
    await store?.close()
    const path = join(testFolder('nothing'), 'days.csv')
    writeFileSync(path, '2026-10-09,off,公司休息\n2026-10-32,off,公司休息\n')
    await expect(started(path)).rejects.toThrow('第 2 行')
  })
})

describe('two organisations', () => {
  it('neither see nor change each other’s days', async () => {
    const prisma = await opened(null)
    const [one, other] = [within(prisma, 'T1'), within(prisma, 'T2')]
    await holdCalendar(one, 'T1')
    await setDays(one, 'T1', [{ date: '2026-10-09', kind: 'off', name: 'Ours' }])
    await other.calendarDay.deleteMany({})
    expect(await shown(one, 'T1')).toEqual(['2026-10-09 Ours'])
    expect(await shown(other, 'T1')).toEqual([])
  })
})
