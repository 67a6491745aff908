/** A table taken away from the playground: by whom it may be fetched, and what is in it. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/kit/card.js'
import { filesOf } from '../../../src/kit/card.js'
import type { Answer } from '../../../src/platforms/playground/page/wire.js'
import { startDrumbeat, type TestDrumbeat } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-10 09:00')
  await say('经理', '/mkt new "618年中狂欢·全场满300减50" launch=2024-06-01 end=2024-06-25')
})
afterAll(() => drumbeat.stop())

const say = (as: string, text: string) => drumbeat.post<Answer>('say', { as, channel: '618大促', text })
/** What was exported for somebody: the message and the name of its file. */
const exported = async (as: string, line: string) => {
  const { messages } = await say(as, line)
  const message = messages.find(({ card }) => card && filesOf(card as Card).length > 0)
  return { message: message?.id ?? '', name: filesOf(message?.card as Card)[0]?.name ?? '' }
}
const fetched = (as: string, { message, name }: { message: string; name: string }) =>
  fetch(
    `${drumbeat.url}/api/playground/file?${new URLSearchParams({ as, message, name, language: 'zh-CN' })}`,
  )

describe('an export', () => {
  it('has the printed headers of 004-T2 and a row per task', async () => {
    const file = await exported('经理', '/mkt 导出 筹备进度表')
    expect(file.name).toBe('C-1 618年中狂欢·全场满300减50 活动筹备进度表.xlsx')
    const answer = await fetched('经理', file)
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets[0]?.rows[0]).toEqual(['任务名称', '负责人', '开始时间', '截止时间', '完成状态', '备注'])
    expect(sheets[0]?.rows[1]?.slice(0, 2)).toEqual(['活动主题确认', '经理'])
    expect(sheets[0]?.rows).toHaveLength(6)
  })

  it('may be had as csv and Markdown', async () => {
    const csv = await fetched('经理', await exported('经理', '/mkt 导出 筹备进度表 csv'))
    expect(Buffer.from(await csv.arrayBuffer()).toString('utf8')).toMatch(/^\ufeff任务名称,负责人,/)
    const md = await fetched('经理', await exported('经理', '/mkt 导出 筹备进度表 md C-1'))
    expect(await md.text()).toContain('| 任务名称 | 负责人 |')
  })

  it('is fetched by nobody else, and only by its name', async () => {
    const file = await exported('经理', '/mkt 导出')
    expect((await fetched('设计师', file)).status).toBe(404)
    expect((await fetched('经理', { ...file, name: '../../etc/passwd' })).status).toBe(404)
    expect((await fetched('经理', { ...file, message: '999999' })).status).toBe(404)
  })

  it('is recorded', async () => {
    const events = await drumbeat.store.prisma.auditEvent.findMany({ where: { action: 'table.export' } })
    expect(events.at(0)).toMatchObject({ after: { table: 'preparation-progress', format: 'xlsx' } })
  })
})
