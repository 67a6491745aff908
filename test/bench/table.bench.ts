/** A table of 2000 rows: from its text to a preview, from the press to tasks, then all of it changed, then nothing. */
import { writeCsv } from 'hucre/csv'
import { writeXlsx } from 'hucre/xlsx'
import { it } from 'vitest'
import { readBytes } from '../../src/features/table/read/bytes.js'
import { readText } from '../../src/features/table/read/text.js'
import { startDrumbeat, voice } from '../support/drumbeat.js'

const count = Number(process.env.BENCH_ROWS ?? 2000)
const people = ['专员', '文案', '设计师', '工程师', '运营', '*设计', '*数据专员']
const heading = [
  '任务ID',
  '任务名称',
  '任务描述',
  '关联策略',
  '负责人(R1)',
  '起止时间',
  '交付成果',
  '前置依赖',
  '优先级',
]

const rowFor = (i: number, lastDay: string): string[] => {
  const after = i > 0 && i % 3 === 0 ? `M-${String(i).padStart(3, '0')}` : '无'
  const id = `M-${String(i + 1).padStart(3, '0')}`
  const owner = people[i % people.length] ?? ''
  return [
    id,
    `任务${i}`,
    '筛选20位美妆垂类KOC',
    '小红书种草',
    owner,
    `2024-05-01-05-${lastDay}`,
    '名单',
    after,
    '高',
  ]
}
const table = (lastDay: string) => [heading, ...Array.from({ length: count }, (_, i) => rowFor(i, lastDay))]

/** Other work on the machine stretches the time, not what the program itself uses of the processors. */
const timed = async (what: string, run: () => unknown): Promise<void> => {
  const from = performance.now()
  const used = process.cpuUsage()
  await run()
  const took = Math.round(performance.now() - from)
  const { user, system } = process.cpuUsage(used)
  process.stdout.write(`${what.padEnd(28)}${took} ms, processors ${Math.round((user + system) / 1000)} ms\n`)
}

it('imports', async () => {
  process.stdout.write(`a table of ${count} rows\n`)
  const csv = writeCsv(table('10'))
  const xlsx = await writeXlsx({ sheets: [{ name: '表', rows: table('10') }] })
  for (let i = 0; i < 2; i++) {
    await timed('read as CSV', () => readText(csv))
    await timed('read as xlsx', () => readBytes(xlsx, 'a.xlsx'))
  }
  const drumbeat = await startDrumbeat('2024-04-20 09:00')
  try {
    const manager = voice(drumbeat, '经理', '618大促')
    await manager.say('/mkt new 种草 template=strategy-003 launch=2024-06-01 end=2024-06-20')
    for (const [what, day] of [
      ['new', '10'],
      ['changed', '12'],
    ] as const) {
      await timed(`${what}: preview`, () => manager.say(`/mkt 导入 ${writeCsv(table(day))}`))
      await timed(`${what}: kept`, () => manager.press(`确认导入（${count}）`))
    }
    await timed('again: nothing to change', () => manager.say(`/mkt 导入 ${writeCsv(table('12'))}`))
  } finally {
    await drumbeat.stop()
  }
})
