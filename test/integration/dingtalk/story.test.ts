/** A campaign as a group in DingTalk lives it: said, answered, pressed, seen by everybody. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnDingtalk
beforeAll(async () => {
  on = await startOnDingtalk()
})
afterAll(() => on.stop())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const say = (who: string, line: string, mention: string[] = []) =>
  on.people.say(who, 'cidA==', ` ${line}`, { mention })
const taskOf = (name: string) => on.store.prisma.task.findFirstOrThrow({ where: { name } })

describe('a campaign in a DingTalk group', () => {
  it('is created by a line and stands there as a card', async () => {
    expect(await say('ann', `新建活动 618大促 ${inDays(9)} ${inDays(20)}`)).toMatchObject({ ok: true })
    const card = await on.cardIn('cidA==', '目标设定')
    expect(card.data.title).toContain('C-1 · 618大促')
  })

  it('gives a task to whoever was mentioned, alone with the robot', async () => {
    await say('ann', `新建任务 海报 ${inDays(1)} ${inDays(3)}`, ['ben'])
    const offer = await on.directTo('ben', '海报')
    expect(offer).toMatchObject({ kind: 'card' })
    expect(await taskOf('海报')).toMatchObject({ ownerId: 'dingtalk:ben' })
  })

  it('shows a press at once to whoever pressed, then to everybody', async () => {
    const { card } = await on.directTo('ben', '海报')
    const inGroup = await on.cardIn('cidA==', '海报')
    const pressed = await on.people.press('ben', card ?? '', '接受')
    expect(pressed).toMatchObject({ ok: true })
    expect(pressed.ms).toBeLessThan(2000)
    expect(pressed.shown?.markdown).toContain('**负责人**: 本杰')
    expect(pressed.shown?.markdown).not.toContain('尚未接受')
    await eventually(() => card?.history.at(-1)?.how === 'updated')
    await eventually(() => inGroup.history.at(-1)?.how === 'updated')
    expect(await taskOf('海报')).toMatchObject({ accepted: true })
  })

  it('tells whoever may not, and nobody else', async () => {
    const before = on.dingtalk.messages('cidA==').length
    await say('chen', '完成 C-1/M-006')
    const refusal = await on.directTo('chen', '海报')
    expect(refusal.at).toBeGreaterThan(0)
    expect(on.dingtalk.messages('cidA==')).toHaveLength(before)
  })

  it('answers a line over the session, to the person who said it', async () => {
    await say('chen', '语言 zh-CN')
    const answer = await on.messageIn('cidA==', '@chen')
    expect(answer).toMatchObject({ kind: 'webhook' })
  })

  it('answers by the robot when the session has ended', async () => {
    await on.people.say('chen', 'cidB==', ' 帮助 语言')
    on.dingtalk.endSessions()
    const said = on.people.say('chen', 'cidB==', ' 时区 Asia/Tokyo')
    on.dingtalk.endSessions()
    await said
    on.dingtalk.endSessions()
    const answer = await on.messageIn('cidB==', 'Asia/Tokyo')
    expect(['robot', 'webhook']).toContain(answer.kind)
  })
})

describe('what is missing', () => {
  it('is asked for where it was said, and the next words there are taken for it', async () => {
    await on.people.say('dong', 'cidB==', ' 新建活动')
    await on.messageIn('cidB==', '活动名称')
    await on.people.say('dong', 'cidB==', ' 新品发布')
    await on.messageIn('cidB==', '启动日期')
    await on.people.say('dong', 'cidB==', ` ${inDays(30)}`)
    expect((await on.cardIn('cidB==', '目标设定')).data.title).toContain('新品发布')
  })

  it('is asked of the presser alone after a press in a group', async () => {
    const inGroup = await on.cardIn('cidA==', '海报')
    const before = on.dingtalk.messages('cidA==').length
    await on.people.press('ann', inGroup, '转交')
    await on.directTo('ann', '新负责人')
    expect(on.dingtalk.messages('cidA==')).toHaveLength(before)
    await on.people.direct('ann', '陈晨')
    await on.directTo('chen', '手中接过')
    expect(await taskOf('海报')).toMatchObject({ proposedOwnerId: 'dingtalk:chen' })
  })
})

describe('somebody from outside', () => {
  it('is told why they cannot take part, and nothing is done', async () => {
    await on.people.say('out', 'cidA==', ' 新建活动 X 2030-01-01')
    await on.messageIn('cidA==', '本企业成员')
    expect(await on.store.prisma.campaign.count({ where: { name: 'X' } })).toBe(0)
  })
})
