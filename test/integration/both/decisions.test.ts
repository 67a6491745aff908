/** Who is on Slack and on DingTalk decides once, whatever happens at the same moment, on the way, or in between (F126). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '../../support/dingtalk/index.js'
import { eventually, type OnBoth, startOnBoth } from '../../support/on-both.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnBoth
beforeAll(async () => {
  on = await startOnBoth()
  await on.mkt('U1', `new Summer ${inDays(9)} ${inDays(20)}`)
  await on.inSlack('C1', 'C-1')
  await on.at('ann', '关注 C-1')
  await on.inDingtalk(group, 'C-1')
  await on.link()
  await on.mkt('U1', 'grant <@U2> marketing-head')
  await on.at('ann', '授予角色 sales-head', ['chen'])
  await on.at('ann', '授予角色 product-head', ['dong'])
  await on.mkt('U1', 'plan set goals "A million"')
})
afterAll(() => on.stop())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const group = 'cidA=='
const signed = async (approval: number) => {
  const where = { action: 'approval.approve', subject: `approval:${approval}` }
  return (await on.store.prisma.auditEvent.findMany({ where })).map(({ actorId }) => actorId)
}
const denied = () => on.store.prisma.auditEvent.count({ where: { action: 'approval.denied' } })
const asked = async (ref: string) => ({
  here: await on.inSlack('D3', ref),
  there: await on.inDingtalk('dong', ref),
})
/** What the linked person was told beside their cards, on both platforms. */
const polite = () => {
  const told = [
    ...on.slack.ephemerals.filter(({ only }) => only === 'U3').map(({ blocks }) => JSON.stringify(blocks)),
    ...on.slack.messages('D3').map(({ blocks }) => JSON.stringify(blocks)),
    ...on.dingtalk.direct('dong').map(({ card, text }) => JSON.stringify([text, card?.history])),
  ]
  return told.filter((words) => words.includes('无需重复操作')).length
}

describe('a goal letter that three sign at once, one of them on both platforms', () => {
  beforeEach(async () => {
    await on.mkt('U1', 'submit goals')
  })

  it('is signed once by whoever presses on both at the same moment, and they are told so kindly', async () => {
    const { here, there } = await asked('A-1')
    const everybodys = [await on.inSlack('C1', '0/3'), await on.inDingtalk(group, '0/3')]
    const late = here.taken()
    await Promise.all([here.press('U3', '同意'), there.press('dong', '同意')])
    await eventually(() => ![here, there].some((one) => one.words().includes('驳回')))
    await eventually(() => polite() > 0)
    await on.slack.people().press('U3', late, '同意')
    await eventually(() => polite() > 1)
    expect(await signed(1)).toEqual(['T1/U3'])
    expect(await denied()).toBe(0)
    await (await on.inSlack('D2', 'A-1')).press('U2', 'Approve')
    await (await on.inDingtalk('chen', 'A-1')).press('chen', '同意')
    for (const one of everybodys) await eventually(() => one.words().includes('3/3'))
  })
})

describe('edits of which every third fails on both platforms, and a restart in between', () => {
  it('leave every card right in the end', async () => {
    const names = ['Song', 'Dance', 'Stage', 'Light']
    for (const name of names) await on.mkt('U1', `task add ${name} <@U3> ${inDays(1)} ${inDays(3)}`)
    const offers = await Promise.all(names.map((name) => asked(name)))
    on.slack.faults.add('chat.update', { kind: 'status', status: 503 }, { every: 3 })
    on.slack.faults.add('chat.update', { kind: 'lost' }, { every: 4 })
    const busy = refusal(503, 'ServiceUnavailable', '系统繁忙')
    on.dingtalk.faults.add('PUT /v1.0/card/instances', busy, { every: 3 })
    on.dingtalk.faults.add('PUT /v1.0/card/instances', { kind: 'lost' }, { every: 4 })
    for (const [i, { here, there }] of offers.entries()) {
      if (i === 2) await on.restart()
      await (i % 2 === 0 ? here.press('U3', '接受') : there.press('dong', '接受'))
      for (const one of [here, there]) await eventually(() => !one.words().includes('接受'))
      await (i % 2 === 0 ? there.press('dong', '已完成') : here.press('U3', '已完成'))
      for (const one of [here, there]) await eventually(() => one.words().includes('✅'))
    }
    for (const one of [await on.inSlack('C1', 'General owner'), await on.inDingtalk(group, 'General owner')])
      await eventually(() => one.words().includes('9 tasks, 44% done'))
    on.slack.faults.clear()
    on.dingtalk.faults.clear()
    expect(await on.store.prisma.outboxMessage.count({ where: { status: 'dead' } })).toBe(0)
  }, 120_000)
})
