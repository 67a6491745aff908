/** A pasted table becomes tasks: recognised, shown, kept by one press, and not twice; one bad line never loses the others. */
import { writeCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBytes } from '../../../src/features/table/read/bytes.js'
import type { Grid } from '../../../src/features/table/read/grid.js'
import type { Card } from '../../../src/kit/card.js'
import { filesOf } from '../../../src/kit/card.js'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let manager: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await drumbeat.channel('新品种草')
  manager = voice(drumbeat, '经理', '新品种草')
  await manager.say('/mkt new 小红书种草 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const heading =
  '任务ID | 任务名称 | 任务描述 | 关联策略 | 负责人(R1) | 起止时间 | 交付成果 | 前置依赖 | 协作部门 | 优先级'
const printed = `| ${heading} |
|---|---|---|---|---|---|---|---|---|---|
| M-001 | KOC筛选 | 筛选20位美妆垂类KOC | 小红书种草 | *专员 | 2024-05-01-05-10 | KOC名单及报价单 | 无 | 无 | 高 |
| M-002 | 种草内容策划 | 提炼10个产品卖点 | 小红书种草 | *文案 | 2024-05-11-05-15 | 内容策划案 | 无 | 设计部 | 高 |
| M-003 | 素材制作 | 10篇图文+5条短视频 | 小红书种草 | *设计 | 2024-05-16-05-25 | 素材终版文件 | M-002方案确认 | 文案部 | 高 |
| M-004 | 内容发布排期 | KOC发布时间表 | 小红书种草 | *专员 | 2024-05-26-05-30 | 发布排期表 | M-001/M-03完成 | 无 | 中 |`

const tasks = () => drumbeat.store.prisma.task.findMany({ orderBy: { number: 'asc' } })
const last = async (who = manager) => words((await who.sees()).slice(-1))
const shown = async (table: string, who = manager): Promise<string> => {
  await who.say(`/mkt 导入 ${table}`)
  return last(who)
}
const kept = async (table: string): Promise<string> => {
  await shown(table)
  const button = (await manager.sees()).at(-1)?.buttons.find(({ label }) => label.startsWith('确认导入'))
  await manager.press(button?.label ?? 'nothing to press')
  return last()
}

describe('the table 003-T2 as printed', () => {
  it('is shown with every repair before anything is kept', async () => {
    const before = await tasks()
    const preview = await shown(printed)
    expect(preview).toContain('第 6 行「前置依赖」：“M-03”按 M-003 处理。')
    expect(preview).toContain('第 3 行「起止时间」：“2024-05-01-05-10”按 2024-05-01 – 2024-05-10 处理。')
    expect(preview).toContain('第 5 行「负责人(R1)」：“*设计”对应岗位“设计师”，由 设计师 负责。')
    expect(preview).toMatch(/修改 M-003 素材制作：.*协作部门/)
    expect(await tasks()).toEqual(before)
  })

  it('is kept by one press, with its dates, people and predecessors', async () => {
    expect(await kept(printed)).toContain('已导入')
    const now = await tasks()
    expect(now.map(({ startOn, dueOn }) => `${startOn} ${dueOn}`)).toEqual([
      '2024-05-01 2024-05-10',
      '2024-05-11 2024-05-15',
      '2024-05-16 2024-05-25',
      '2024-05-26 2024-05-30',
    ])
    expect(now[2]).toMatchObject({ predecessor: 'M-002方案确认', support: '文案部', ownerId: 'designer' })
    const [seeding] = await drumbeat.store.prisma.strategy.findMany()
    expect(seeding?.name).toBe('小红书种草')
    expect(now.map(({ strategyId }) => strategyId)).toEqual(now.map(() => seeding?.id))
    const links = await drumbeat.store.prisma.taskLink.findMany()
    expect(links).toHaveLength(3)
  })

  it('changes nothing when it is imported again', async () => {
    const before = await tasks()
    expect(await shown(printed)).toContain('没有需要改动的内容')
    expect(await tasks()).toEqual(before)
  })

  it('is read in mangled traditional characters as well, in any order of columns', async () => {
    const mangled = `優(yōu)先級\t負(fù)責(zé)人(R1)\t任務(wù)ID\t任務(wù)名稱(chēng)\t起止時(shí)間
高\t*專員\tM-001\tKOC篩選\t2024-05-01-05-10`
    const preview = await shown(mangled)
    expect(preview).toContain('推广任务拆解与责任分配表')
    expect(preview).toContain('修改 1 行')
  })
})

describe('a bad line', () => {
  it('is named with its row and column, and the others are kept', async () => {
    const result = await kept(`任务名称,负责人,起止时间,前置依赖
拍摄,设计师,2024-05-20~05-22,
剪辑,"*文案, *设计",2024-05-23~05-24,
选品,谁也不是,6.1-6.3,M-999
寄样,专员,2024-02-30,
验收,专员,2024-05-24~2024-05-20,
庆功,专员,2026-01-01,
,专员,2024-05-24,
拍摄,专员,2024-05-24,
修图,专员和设计师,2024-05-24,`)
    expect(result).toContain('新增 2 行')
    expect(result).toContain('拒绝 7 行')
    expect(result).toContain(
      '第 10 行「负责人」：每个任务只能有一位直接负责人（R1，R47），这里写的是“专员和设计师”。',
    )
    expect(result).toContain(
      '第 3 行「负责人」：每个任务只能有一位直接负责人（R1，R47），这里写的是“*文案, *设计”。',
    )
    expect(result).toContain('第 5 行「起止时间」：“2024-02-30”不是日期。')
    expect(result).toContain('第 6 行「起止时间」：“2024-05-24~2024-05-20”结束早于开始。')
    expect(result).toContain('第 7 行「起止时间」：2026-01-01 – 2026-01-01 不在活动范围内')
    expect(result).toContain('第 8 行「任务名称」：没有任务名称。')
    expect(result).toContain('第 9 行「任务名称」：与第 2 行同名')
    expect(result).toContain('第 4 行「负责人」：不认识“谁也不是”，暂由总负责人 经理 代管。')
    expect(result).toContain('第 4 行「前置依赖」：表格和活动中都没有 M-999，此依赖未采用。')
    const added = (await tasks()).filter(({ name }) => name === '拍摄' || name === '选品')
    expect(added.map(({ dueOn }) => dueOn)).toEqual(['2024-05-22', '2024-06-03'])
  })

  it('alone leaves nothing to press and nothing behind', async () => {
    const before = await tasks()
    const drafts = await drumbeat.store.prisma.importDraft.count()
    const answer = await shown('任务名称,负责人,截止时间\n开会,"文案、设计师",2024-05-20')
    expect(answer).toContain('无法导入')
    expect((await manager.sees()).at(-1)?.buttons).toEqual([])
    expect(await drumbeat.store.prisma.importDraft.count()).toBe(drafts)
    expect(await tasks()).toEqual(before)
  })

  it('that closes a loop is refused, and the loop is printed', async () => {
    const answer = await shown(`任务ID,任务名称,负责人,起止时间,前置依赖
M-021,甲,专员,2024-05-20,M-022
M-022,乙,专员,2024-05-21,M-021`)
    expect(answer).toMatch(/前置依赖形成循环：M-02\d → M-02\d → M-02\d/)
    expect(answer).toContain('新增 1 行')
  })
})

describe('days counted from the launch and ticked boxes, as in 000-T1', () => {
  it('become dates and states', async () => {
    const result = await kept(`活动阶段,任务名称,详细内容,责任人,时间节点,完成状态,备注
策划阶段,目标设定,量化目标,策划,活动启动前15天,□未开始 □进行中 □已完成,财务部确认预算
,方案初稿撰写,方案框架,策划,T-12,□未开始 ☑进行中 □已完成,包含主题`)
    expect(result).toContain('“活动启动前15天”按活动启动日换算为 2024-05-17。')
    const [goal, draft] = (await tasks()).slice(-2)
    expect(goal).toMatchObject({ name: '目标设定', dueOn: '2024-05-17', status: 'todo' })
    expect(goal?.remarks).toBe('财务部确认预算\n活动阶段：策划阶段')
    expect(draft).toMatchObject({ dueOn: '2024-05-20', status: 'doing' })
  })
})

describe('an execution plan, as in 002-T1', () => {
  const plan = (burst: string) => `活动阶段|时间节点|负责人|核心任务|完成标准
预热期(线上)|2024-06-01–06-06|*|发布笔记|3篇
爆发期(直播+线下)|${burst}|*|直播|10万
返程期|6.16-6.20|*|x|y`
  const spans = async () =>
    (await drumbeat.store.prisma.phase.findMany({ orderBy: { fromOn: 'asc' } })).map(
      ({ key, fromOn, toOn }) => `${key} ${fromOn} ${toOn}`,
    )

  it('names the row of a phase that overlaps another, or that there is not', async () => {
    const preview = await shown(plan('2024-06-05–06-15'))
    expect(preview).toContain('第 3 行「时间节点」：与第 2 行的“预热期”日期重叠。')
    expect(preview).toContain('第 4 行「活动阶段」：没有“返程期”这个阶段。')
  })

  it('moves the phases by the rules of phases', async () => {
    expect(await kept(plan('2024-06-07–06-15'))).toContain('已导入')
    expect(await spans()).toEqual([
      'prepare 2024-05-01 2024-05-10',
      'warmup 2024-06-01 2024-06-06',
      'burst 2024-06-07 2024-06-15',
      'tail 2024-06-16 2024-06-20',
    ])
    expect(await shown(plan('2024-06-07–06-15'))).toContain('没有需要改动的内容')
  })
})

describe('a cell', () => {
  it('may say what elsewhere names an argument', async () => {
    const before = (await tasks()).length
    await kept(`任务名称,负责人,截止时间,备注
海报一,专员,2024-05-28,a
活动：海报,专员,2024-05-28,campaign: b
text=海报,专员,2024-05-28, 活动=C-9
海报二,专员,2024-05-28,=HYPERLINK("http://x")`)
    const added = (await tasks()).slice(before)
    expect(added.map(({ name }) => name)).toEqual(['海报一', '活动：海报', 'text=海报', '海报二'])
    expect(added.map(({ remarks }) => remarks)).toEqual([
      'a',
      'campaign: b',
      '活动=C-9',
      '=HYPERLINK("http://x")',
    ])
  })

  it('is data, whatever it says', async () => {
    const name = '<!channel> *a* @all <script>alert(1)</script> {count}'
    expect(await shown(`任务名称\t负责人\t截止时间\n${name}\t${name}\t${name}`)).toContain(
      '“<!channel> *a* @all <script>',
    )
  })
})

describe('who may import', () => {
  it('is whoever leads the campaign', async () => {
    const designer = voice(drumbeat, '设计师', '新品种草')
    await designer.say('/mkt 导入 任务名称,负责人,截止时间\n开会,设计师,2024-05-20')
    expect(await last(designer)).toContain('C-1')
    expect(await drumbeat.store.prisma.auditEvent.count({ where: { action: 'campaign.denied' } })).toBe(1)
  })
})

describe('an import', () => {
  it('is applied once, whoever presses again', async () => {
    await shown('任务名称,负责人,截止时间\n物料清点,专员,2024-05-28')
    const label = (await manager.sees()).at(-1)?.buttons[0]?.label ?? ''
    const message = (await manager.sees()).at(-1)
    const press = () =>
      drumbeat.post('press', { as: '经理', message: message?.id, button: message?.buttons[0]?.id })
    expect(label).toBe('确认导入（1）')
    await press()
    await press().catch(() => {})
    expect((await tasks()).filter(({ name }) => name === '物料清点')).toHaveLength(1)
  })

  it('is one line in the audit log and one message to each owner', async () => {
    const before = (await drumbeat.messages('dm-专员', '专员')).length
    await kept(
      `任务名称,负责人,截止时间\n${[1, 2, 3].map((i) => `门店巡检${i},专员,2024-05-2${i}`).join('\n')}`,
    )
    const events = await drumbeat.store.prisma.auditEvent.findMany({ where: { action: 'task.import' } })
    expect(events.at(-1)).toMatchObject({ after: { table: 'preparation-progress', added: 3, changed: 0 } })
    const now = await drumbeat.messages('dm-专员', '专员')
    expect(now.length - before).toBe(1)
  })

  it('asks again when somebody has changed a task since it was shown', async () => {
    await kept('任务名称,负责人,截止时间,完成状态\n橱窗陈列,专员,2024-05-28,未开始')
    await shown('任务名称,负责人,截止时间,完成状态\n橱窗陈列,专员,2024-05-30,未开始')
    const number = (await tasks()).at(-1)?.number ?? 0
    await voice(drumbeat, '专员', '新品种草').say(`/mkt 完成 M-0${number}`)
    await manager.press('确认导入（1）')
    expect((await tasks()).at(-1)).toMatchObject({ status: 'done', dueOn: '2024-05-28' })
    await manager.press('确认导入（1）')
    expect((await tasks()).at(-1)).toMatchObject({ status: 'todo', dueOn: '2024-05-30' })
  })

  it('may be dropped', async () => {
    await shown('任务名称,负责人,截止时间\n不要的,专员,2024-05-28')
    await manager.press('放弃')
    expect(await last()).toContain('已放弃导入')
    expect((await tasks()).some(({ name }) => name === '不要的')).toBe(false)
  })
})

describe('what is none of the tables', () => {
  it('is answered with the heading that was read, or the columns that are missing', async () => {
    expect(await shown('姓名,电话\n张三,1')).toContain('姓名 | 电话')
    expect(await shown('任务名称,完成状态,备注\n甲,未开始,')).toContain('缺少这些列：负责人, 截止时间')
  })
})

const csvOf = (grid: Grid | undefined): string => writeCsv((grid?.lines ?? []).map(({ cells }) => [...cells]))

describe('an export', () => {
  beforeAll(async () => {
    const { prisma } = drumbeat.store
    const other = { id: 'other', name: '专员', zone: 'Asia/Shanghai', createdAt: new Date() }
    await prisma.person.create({ data: { ...other, roles: { create: { role: 'member' } } } })
    await prisma.person.update({ where: { id: 'designer' }, data: { active: false } })
  })

  const exported = async (table: string, format: string): Promise<Uint8Array> => {
    await manager.say(`/mkt 导出 ${table} ${format}`)
    const message = (await manager.sees()).at(-1)
    const name = filesOf(message?.card as Card)[0]?.name ?? ''
    const query = new URLSearchParams({ as: '经理', message: String(message?.id), name, language: 'zh-CN' })
    const answer = await fetch(`${drumbeat.url}/api/playground/file?${query}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
  for (const table of ['任务拆解', '流程跟踪', '筹备进度表', '执行计划']) {
    for (const format of ['xlsx', 'csv', 'md']) {
      it(`of ${table} as ${format} gives the same again, also of namesakes and those who have left`, async () => {
        const file = await exported(table, format)
        const [grid] = await readBytes(file, `a.${format}`)
        const text = format === 'xlsx' ? csvOf(grid) : new TextDecoder().decode(file)
        const answer = await shown(text)
        expect(answer).toContain('没有需要改动的内容')
        expect(answer).toContain('拒绝 0 行')
      })
    }
  }
})
