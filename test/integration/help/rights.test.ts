/** Rights as people meet them: refused with what is missing, told why, granted, done (F124). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel: string
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-06T01:00:00Z')
  channel = (await drumbeat.channel('rights')).id
  await say('manager', 'new from ecom-004 "618" launch=2024-07-08 type=mega-promotion')
})
afterAll(() => drumbeat.stop())

const say = async (person: string, line: string): Promise<string> => {
  const { messages } = await voice(drumbeat, person, channel).say(`/mkt ${line}`)
  return messages.map(({ text }) => text).join('\n')
}
const audited = (action: string) => drumbeat.store.prisma.auditEvent.count({ where: { action } })
const departmentOf = async (id: string) =>
  (await drumbeat.store.prisma.person.findUniqueOrThrow({ where: { id } })).departmentId
const budget = () => drumbeat.store.prisma.planItem.findFirst({ where: { item: 'budget' } })

it('refuses a specialist the budget, names finance or the general owner, and records the attempt', async () => {
  const before = await audited('campaign.denied')
  for (const line of ['设置预算 总预算50万', '填写方案 budget 总预算50万']) {
    const refusal = await say('specialist', line)
    expect(refusal, line).toContain('这需要财务或总负责人')
    expect(refusal, line).toContain('设置预算')
  }
  expect(await audited('campaign.denied')).toBe(before + 2)
  expect((await budget())?.content ?? '').not.toContain('50万')
})

it('refuses it planners of other campaigns, and lets finance and the general owner', async () => {
  expect(await say('planner', '设置预算 总预算60万')).toContain('这需要财务或总负责人')
  await say('finance-head', '设置预算 总预算50万')
  expect((await budget())?.content).toBe('总预算50万')
  await say('manager', '设置预算 总预算55万')
  expect((await budget())?.content).toBe('总预算55万')
})

it('lets whoever leads write it with the rest of the plan while that is drafted, and not afterwards', async () => {
  await say('planner', '填写方案 budget 总预算57万')
  expect((await budget())?.content).toBe('总预算57万')
  await drumbeat.store.prisma.campaign.updateMany({ data: { stage: 'S4' } })
  expect(await say('planner', '填写方案 budget 总预算58万')).toContain('这需要财务或总负责人')
  await drumbeat.store.prisma.campaign.updateMany({ data: { stage: 'S1' } })
})

it('says why not, who could do it, and who grants the role', async () => {
  const why = await say('specialist', '为什么不能 设置预算')
  expect(why).toContain('这需要财务或总负责人')
  expect(why).toContain('财务部负责人')
  expect(why).toContain('可以授予角色：经理')
  expect(await say('specialist', '为什么不能 添加人员')).toContain('这需要管理员')
  expect(await say('finance-head', '为什么不能 设置预算')).toContain('你可以')
  expect(await say('manager', '为什么不能 设置预算 @专员')).toContain('专员不能')
  expect(await say('alex', 'why-not zzz')).not.toContain('takes')
})

it('tells it of others to administrators only', async () => {
  expect(await say('specialist', '为什么不能 设置预算 @设计师')).toContain('这需要管理员')
})

it('prints the table for whoever asks', async () => {
  const rights = await say('specialist', '权限')
  expect(rights).toContain('你的角色')
  expect(rights).toMatch(/设置预算.*当你是财务或总负责人时/)
  expect(rights).toMatch(/管理人员和角色.*需要管理员/)
})

it('lets a group leader give work, and see to that of their department only', async () => {
  const { prisma } = drumbeat.store
  const tasks = await prisma.task.findMany({ orderBy: { number: 'asc' } })
  const [own, other] = [tasks[0], tasks[1]].map((task) => ({ id: task?.id ?? 0, ref: `M-00${task?.number}` }))
  if (!own || !other) throw new Error('there are tasks')
  await prisma.task.update({ where: { id: own.id }, data: { ownerId: 'copywriter' } })
  await prisma.task.update({ where: { id: other.id }, data: { ownerId: 'designer' } })
  await prisma.person.update({
    where: { id: 'specialist' },
    data: { departmentId: await departmentOf('copywriter') },
  })
  const proposed = async ({ id }: { id: number }) =>
    (await prisma.task.findUniqueOrThrow({ where: { id } })).proposedOwnerId
  await say('specialist', `转交任务 ${own.ref} @数据专员`)
  expect(await proposed(own)).toBeNull()
  await say('manager', '授予角色 @专员 组长')
  for (const task of [own, other]) await say('specialist', `转交任务 ${task.ref} @数据专员`)
  expect([await proposed(own), await proposed(other)]).toEqual(['data-specialist', 'data-specialist'])
  const priority = async ({ id }: { id: number }) =>
    (await prisma.task.findUniqueOrThrow({ where: { id } })).priority
  const before = await priority(other)
  for (const task of [own, other]) await say('specialist', `修改任务 ${task.ref} priority low`)
  expect([await priority(own), await priority(other)]).toEqual(['low', before])
})

it('shows guests nothing but what is theirs', async () => {
  await drumbeat.store.prisma.personRole.deleteMany({ where: { personId: 'intern' } })
  await drumbeat.store.prisma.personRole.create({ data: { personId: 'intern', role: 'guest' } })
  for (const line of [
    '活动列表',
    '查看活动 C-1',
    '任务列表',
    '审批列表',
    '审计',
    '人员',
    '日历',
    '导出 tasks',
  ])
    expect(await say('intern', line), line).not.toContain('618')
  expect(await say('intern', '我的任务')).not.toContain('618')
  expect(await say('intern', '权限')).toContain('访客')
})
