/** A table sent as a file: fetched, shown, kept by one press; what is none, or cannot be read, is said to its sender alone. */
import { randomUUID } from 'node:crypto'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  direct,
  Refused,
  type SomeFile,
  startDrumbeat,
  type TestDrumbeat,
  type Voice,
  voice,
  words,
} from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let alone: Voice
let inGroup: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await drumbeat.channel('新品种草')
  inGroup = voice(drumbeat, 'manager', '新品种草')
  alone = voice(drumbeat, 'manager')
  await inGroup.say('/mkt new 小红书种草 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())
beforeEach(() => drumbeat.store.prisma.importDraft.deleteMany())

const sheet = async (name: string, task: string): Promise<SomeFile> => {
  const rows = [
    ['任务名称', '负责人', '截止时间'],
    [task, '专员', '2024-05-24'],
  ]
  return { name, bytes: await writeXlsx({ sheets: [{ name: '表', rows }] }) }
}
const csv = (task: string, name = '表.csv'): SomeFile => ({
  name,
  bytes: `任务名称,负责人,截止时间\n${task},专员,2024-05-24\n`,
})
const picture: SomeFile = { name: '海报.png', bytes: new Uint8Array([137, 80, 78, 71]) }
const drafts = () => drumbeat.store.prisma.importDraft.count()
const open = { status: { in: ['waiting', 'sending'] } }
/** What `who` sees of it, once everything is sent. */
const seen = async (who: Voice, act: () => Promise<unknown>) => {
  const before = await who.sees()
  await act()
  const sent = async () => expect(await drumbeat.store.prisma.outboxMessage.count({ where: open })).toBe(0)
  await vi.waitFor(sent, { timeout: 15_000, interval: 20 })
  return (await who.sees()).slice(before.length)
}
const sent = (who: Voice, ...given: Parameters<Voice['send']>) => seen(who, () => who.send(...given))

describe('a file sent to the bot alone', () => {
  it('stands in the chat, is previewed, and kept by one press', async () => {
    const messages = await sent(alone, [await sheet('五月.xlsx', '寄样')])
    expect(messages[0]).toMatchObject({ author: 'manager', text: '', files: [{ name: '五月.xlsx' }] })
    expect(words(messages)).toContain('导入预览')
    await alone.press('确认导入（1）')
    await vi.waitFor(async () => expect(words(await alone.sees())).toContain('已导入'), { timeout: 15_000 })
    expect(await drumbeat.store.prisma.task.count({ where: { name: '寄样' } })).toBe(1)
  })

  it('may come with words that only tell of it', async () => {
    const messages = await sent(alone, [csv('选品')], '这是新的任务表')
    expect(words(messages)).toContain('导入预览')
  })

  it('is one of several: each has its own preview', async () => {
    const files = [csv('甲', '1.csv'), csv('乙', '2.md'), await sheet('3.xlsx', '丙')]
    const messages = await sent(alone, [...files, picture])
    expect(messages.filter(({ text }) => text.includes('导入预览'))).toHaveLength(3)
    expect(await drafts()).toBe(3)
  })

  it('beyond the fifth is left out, and that is said', async () => {
    const files = Array.from({ length: 7 }, (_, i) => csv(`任务${i}`, `${i}.csv`))
    const messages = await sent(alone, files)
    expect(messages.filter(({ text }) => text.includes('导入预览'))).toHaveLength(5)
    expect(words(messages)).toContain('一条消息最多读取 5 个文件，另有 2 个未读取')
  })

  it('brings the same answer and no second preview when it is delivered again', async () => {
    const delivery = randomUUID()
    const files = [csv('拍摄', '1.csv'), csv('剪辑', '2.csv')]
    const first = await sent(alone, files, '', delivery)
    const { messages } = await alone.send(files, '', delivery)
    expect(await drafts()).toBe(2)
    expect(messages.map(({ id }) => id)).toEqual(first.slice(1).map(({ id }) => id))
  })

  it('that is no table is refused in words', async () => {
    const messages = await sent(alone, [picture])
    expect(words(messages)).toContain('“海报.png”不是表格')
    const disguised = { name: '假.xlsx', bytes: '<html>' }
    expect(words(await sent(alone, [disguised]))).toContain('这不是 .xlsx 表格')
    expect(await drafts()).toBe(0)
  })

  it('that is too big is refused without being read', async () => {
    const big = { name: '大.csv', bytes: new Uint8Array(5_000_001) }
    expect(words(await sent(alone, [big]))).toContain('“大.csv”超过 5 MB，没有读取')
    const huge = { name: '大.csv', bytes: new Uint8Array(9_000_000) }
    await expect(alone.send([huge])).rejects.toThrow(Refused)
  })

  it('does not stand in the way of a line that calls another command', async () => {
    const messages = await sent(alone, [csv('验收')], '任务')
    expect(words(messages)).not.toContain('导入预览')
    expect(await drafts()).toBe(0)
  })

  it('is refused from somebody who may only read, without being fetched', async () => {
    const { prisma } = drumbeat.store
    const personId = (await drumbeat.state()).people.at(-1)?.id ?? ''
    await prisma.personRole.deleteMany({ where: { personId } })
    await prisma.personRole.create({ data: { personId, role: 'viewer' } })
    const messages = await sent(voice(drumbeat, personId), [{ name: '假.xlsx', bytes: '<html>' }])
    expect(words(messages)).toMatch(/这需要|that takes/)
    expect(words(messages)).not.toContain('.xlsx')
  })
})

describe('a file in a group', () => {
  it('is nobody’s business unless the bot is called', async () => {
    const messages = await sent(inGroup, [csv('甲'), picture], '大家看一下')
    expect(messages.map(({ author }) => author)).toEqual(['manager'])
    expect(await drafts()).toBe(0)
  })

  it('is previewed for whoever calls the bot with it, and read by nobody else', async () => {
    const messages = await sent(inGroup, [csv('甲')], '@鼓点')
    expect(words(messages)).toContain('导入预览')
    expect(messages.at(-1)?.visibleTo).toEqual(['manager'])
  })
})

describe('where several campaigns may be meant', () => {
  beforeAll(async () => {
    await drumbeat.channel('双11')
    await voice(drumbeat, 'manager', '双11').say(
      '/mkt new 双11 template=strategy-003 launch=2024-06-05 end=2024-06-25',
    )
  })

  it('the line says which one', async () => {
    const messages = await sent(alone, [csv('甲')], '导入 C-2')
    expect(words(messages)).toContain('C-2')
    expect(words(messages)).toContain('导入预览')
  })

  it('a button does, for days, and the file is fetched again', async () => {
    const messages = await sent(alone, [csv('乙')])
    const label = messages.at(-1)?.buttons.find((one) => one.label.startsWith('C-2'))?.label ?? 'none'
    expect(await drafts()).toBe(0)
    expect(words(await seen(alone, () => alone.press(label)))).toContain('导入预览')
  })

  it('a button says so when the file is gone', async () => {
    const messages = await sent(alone, [csv('丙')])
    const label = messages.at(-1)?.buttons[0]?.label ?? 'none'
    await drumbeat.store.prisma.playgroundFile.deleteMany()
    expect(words(await seen(alone, () => alone.press(label)))).toContain('“表.csv”已经取不到了')
    expect(await drafts()).toBe(0)
  })
})

it('the file of somebody else is out of reach, however it is named', async () => {
  await alone.send([csv('机密')], '导入 C-1')
  const [row] = await drumbeat.store.prisma.inboxDelivery.findMany({
    where: { incoming: { path: ['deed', 'files'], not: 'null' } },
    orderBy: { receivedAt: 'desc' },
    take: 1,
  })
  await drumbeat.store.prisma.importDraft.deleteMany()
  const other = voice(drumbeat, 'operator')
  const named = `导入 fileSent=${row?.delivery} into=C-1`
  expect(words(await seen(other, () => other.say(named)))).toContain('已经取不到了')
  const id = await drumbeat.upload('manager', csv('机密'))
  const stolen = { as: 'operator', channel: direct('operator'), text: '', files: [id] }
  await expect(drumbeat.post('say', stolen)).rejects.toThrow('no such file')
  expect(await drafts()).toBe(0)
})
