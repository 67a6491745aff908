/** Cards that change while people press them and DingTalk fails: answered in time, right for everybody in the end. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Card, trouble } from '../../support/dingtalk/index.js'
import { type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
let messages: ReturnType<typeof tellingOn>
beforeAll(async () => {
  on = await startOnDingtalk({ showsTwice: true })
  messages = tellingOn(on)
  await say('ann', `新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.dingtalk.faults.clear())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const changing = 'PUT /v1.0/card/instances'
const patience = { timeout: 20_000, interval: 20 }
const say = (who: string, line: string, mention: string[] = []) =>
  on.people.say(who, 'cidA==', ` ${line}`, { mention })
const task = (name: string) => on.store.prisma.task.findFirstOrThrow({ where: { name } })
const add = async (name: string, owner = 'ben'): Promise<Card> => {
  await say('ann', `新建任务 ${name} ${inDays(1)} ${inDays(3)}`, [owner])
  const card = await on.cardIn('cidA==', name)
  await messages.quiet()
  return card
}
const labels = (card: Card) => card.buttons.map(({ label }) => label)

describe('changes of cards that fail', () => {
  it('in three of ten calls leave all cards right in the end', { timeout: 90_000 }, async () => {
    const names = ['甲甲', '乙乙', '丙丙', '丁丁', '戊戊']
    const cards: Card[] = []
    for (const name of names) cards.push(await add(name, 'ann'))
    for (const fault of [trouble.unavailable, trouble.qps, trouble.token, { kind: 'dropped' } as const]) {
      on.dingtalk.faults.add(changing, fault, { share: 0.09 })
    }
    on.dingtalk.faults.add(changing, { kind: 'lost' }, { share: 0.06 })
    on.dingtalk.faults.add(changing, { kind: 'page', status: 502 }, { share: 0.06 })
    for (const card of cards) await on.people.press('ann', card, '已完成')
    await vi.waitFor(async () => {
      const done = await on.store.prisma.task.count({ where: { name: { in: names }, status: 'done' } })
      expect(done).toBe(names.length)
    }, patience)
    await messages.quiet()
    for (const card of cards) expect(labels(card)).not.toContain('已完成')
    const whole = await on.cardIn('cidA==', 'C-1 · 茶')
    expect(whole.data.markdown).toContain('完成率 50%')
  })
})

describe('presses', () => {
  it('of two people at once are both answered in time, and one decides', async () => {
    const card = await add('同时')
    const both = await Promise.all([
      on.people.press('ann', card, '已完成'),
      on.people.press('ben', card, '已完成'),
    ])
    for (const one of both) {
      expect(one.ok).toBe(true)
      expect(one.ms).toBeLessThan(2000)
    }
    await messages.quiet()
    const { id } = await task('同时')
    expect(
      await on.store.prisma.auditEvent.count({ where: { action: 'task.status', subject: `task:${id}` } }),
    ).toBe(1)
    expect(labels(card)).not.toContain('已完成')
  })

  it('on a card that is being changed for another reason are answered first', async () => {
    const card = await add('改动')
    const whole = await on.cardIn('cidA==', 'C-1 · 茶')
    const changes = ['a', 'b', 'c'].map((name) => say('ann', `新建任务 ${name}${name} ${inDays(1)}`, ['ann']))
    const pressed = await on.people.press('ben', card, '已完成')
    await Promise.all(changes)
    expect(pressed).toMatchObject({ ok: true })
    await messages.quiet()
    expect(whole.history.at(-1)?.how).not.toBe('answer')
    expect(labels(card)).not.toContain('已完成')
  })

  it('while a change waits for its turn are answered first', async () => {
    const card = await add('排队')
    on.dingtalk.faults.add(changing, trouble.qps)
    await say('ann', '完成 C-1/M-006')
    const pressed = await on.people.press('ben', card, '已完成')
    expect(pressed.ms).toBeLessThan(2000)
    await messages.quiet()
    expect(labels(card)).not.toContain('已完成')
  })

  it('whose work takes long are answered in time; the card is put later', async () => {
    const card = await add('很慢')
    on.dingtalk.faults.add('POST /topapi/v2/user/get', { kind: 'late', ms: 3000 })
    const pressed = await on.people.press('dong', card, '已完成')
    expect(pressed).toMatchObject({ ok: true, shown: null })
    expect(pressed.ms).toBeGreaterThan(1000)
    expect(pressed.ms).toBeLessThan(2000)
    await on.directTo('dong', '很慢')
    expect(await on.store.prisma.person.findFirst({ where: { name: '董岩' } })).toMatchObject({
      active: true,
    })
  })

  it('that work while DingTalk fails are kept: the card is put when it can be', async () => {
    const card = await add('稍后')
    on.dingtalk.faults.add(changing, trouble.unavailable, { times: 3 })
    const pressed = await on.people.press('ben', card, '已完成')
    expect(pressed).toMatchObject({ ok: true })
    expect(pressed.shown).not.toBeNull()
    await messages.quiet()
    expect(labels(card)).not.toContain('已完成')
    expect(card.history.at(-1)?.how).toBe('updated')
  })
})
