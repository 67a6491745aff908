/** Tables sent as files in DingTalk: its code becomes an address, from where the file is fetched without our token. */
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { trouble, wordsOf } from '../../support/dingtalk/index.js'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnDingtalk
beforeAll(async () => {
  on = await startOnDingtalk()
  await on.people.say('ann', 'cidA==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.store.prisma.importDraft.deleteMany())
afterEach(() => {
  on.dingtalk.faults.clear()
  expect(on.dingtalk.violations).toEqual([])
})

interface Sent {
  name: string
  bytes: Uint8Array
  url?: string
}
const csv = (task: string, name = '表.csv'): Sent => ({
  name,
  bytes: Buffer.from(`任务名称,负责人,截止时间\n${task},安琪,${inDays(5)}\n`),
})
const send = (file: Sent) => on.people.direct('ann', '', { msgtype: 'file', file })
const drafts = () => on.store.prisma.importDraft.count()
const codes = () => on.dingtalk.calls.filter(({ path }) => path.endsWith('/messageFiles/download')).length
/** What the robot says to Ann once `act` is done. */
const answered = async (words: string, act: () => Promise<unknown>) => {
  const from = on.dingtalk.direct('ann').length
  await act()
  return eventually(() =>
    on.dingtalk
      .direct('ann')
      .slice(from)
      .find((one) => wordsOf(one).includes(words)),
  )
}

describe('a file sent to the robot alone', () => {
  it('is previewed, and kept by one press', async () => {
    const rows = [
      ['任务名称', '负责人', '截止时间'],
      ['拍摄', '安琪', inDays(5)],
    ]
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows }] })
    const { card } = await answered('导入预览', () => send({ name: '五月.xlsx', bytes }))
    if (!card) throw new Error('the preview is no card')
    await on.people.press('ann', card, '确认导入（1）')
    await eventually(
      () => card.data.markdown?.includes('新增 1 行') && wordsOf({ card } as never).includes('已导入'),
    )
    expect(await on.store.prisma.task.count({ where: { name: '拍摄' } })).toBe(1)
  })

  it('is previewed once, however often it is delivered', async () => {
    let outcome: Awaited<ReturnType<typeof send>> | undefined
    await answered('导入预览', async () => {
      outcome = await send(csv('一次'))
    })
    await outcome?.again()
    await answered('帮助', () => on.people.direct('ann', '帮助'))
    expect(await drafts()).toBe(1)
  })

  it('answers the question for the table', async () => {
    await answered('粘贴的表格', () => on.people.direct('ann', '导入'))
    await answered('导入预览', () => send(csv('回答')))
  })

  it('is not asked for again when it cannot be read: the words say what to do', async () => {
    await answered('粘贴的表格', () => on.people.direct('ann', '导入'))
    const said = await answered('这不是 .xlsx 表格', () => send({ name: '假.xlsx', bytes: Buffer.from('x') }))
    expect(wordsOf(said)).not.toContain('需要的都有了')
  })

  it('that is a picture is refused in words, and not fetched', async () => {
    const before = codes()
    const file = { name: 'a.png', bytes: Buffer.from('x') }
    await answered('不是表格', () => on.people.direct('ann', '', { msgtype: 'picture', file }))
    expect(codes()).toBe(before)
  })
})

it('a picture in a group leaves the command beside it alone', async () => {
  const before = codes()
  await on.people.say('ann', 'cidA==', ' 任务', { msgtype: 'richText' })
  await on.messageIn('cidA==', '查看一个任务')
  expect(codes()).toBe(before)
})

describe('a file that cannot be fetched', () => {
  it('at first is fetched when DingTalk is well again', async () => {
    on.dingtalk.faults.add('/v1.0/robot/messageFiles/download', trouble.busy)
    on.dingtalk.faults.add('/download', { kind: 'page', status: 503 })
    await answered('导入预览', () => send(csv('耐心')))
  })

  it('because its code has expired is said', async () => {
    on.dingtalk.faults.add('/v1.0/robot/messageFiles/download', trouble.template)
    await answered('“表.csv”已经取不到了', () => send(csv('过期')))
  })

  it('because the permission is missing is said', async () => {
    on.dingtalk.faults.add('/v1.0/robot/messageFiles/download', trouble.scope('qyapi_robot_sendmsg'))
    await answered('qyapi_robot_sendmsg', () => send(csv('权限')))
  })

  it('because it is too big is said', async () => {
    await answered('“大.csv”超过 5 MB', () => send({ name: '大.csv', bytes: new Uint8Array(5_000_001) }))
  })

  it('because it lies where DingTalk keeps nothing is said', async () => {
    for (const url of [
      'http://169.254.169.254/latest',
      'https://dingtalk.com.example.net/a',
      'file:///etc/passwd',
    ]) {
      await answered('“表.csv”不在聊天平台上', () => send({ ...csv('别处'), url }))
    }
    expect(await drafts()).toBe(0)
  })
})

it('which of several campaigns is meant is asked, and the file is fetched for the answer, also after a restart', async () => {
  await on.people.say('ann', 'cidB==', ` 新建活动 咖啡 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidB==', 'C-2')
  await answered('导入到哪个活动', () => send(csv('选择')))
  const before = codes()
  await on.restart()
  await answered('导入预览', () => on.people.direct('ann', 'C-2'))
  expect(codes()).toBe(before + 1)
})
