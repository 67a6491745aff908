/** Who people are, whatever DingTalk tells of them, and what they say in all the ways DingTalk knows. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { trouble } from '../../support/dingtalk/index.js'
import { allScopes } from '../../support/dingtalk/options.js'
import { corp, eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
let messages: ReturnType<typeof tellingOn>
const people = [
  ...corp.people.map((one) => ({ ...one, email: `${one.userId}@corp.example` })),
  { userId: 'hid', name: '隐身', hidden: true },
  { userId: 'noscope', name: '无权' },
  { userId: 'gone', name: '离职' },
  { userId: 'busy', name: '忙碌' },
]
beforeAll(async () => {
  on = await startOnDingtalk({ people })
  messages = tellingOn(on)
  await on.people.say('ann', 'cidA==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.dingtalk.faults.clear())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const person = (id: string) => on.store.prisma.person.findUnique({ where: { id: `dingtalk:${id}` } })
const known = (id: string, like: object) =>
  vi.waitFor(async () => expect(await person(id)).toMatchObject(like), { timeout: 15_000, interval: 20 })
const answered = async (id: string, deed: () => Promise<unknown>) => {
  const before = on.dingtalk.direct(id).length
  await deed()
  return eventually(() => on.dingtalk.direct(id)[before])
}

describe('somebody', () => {
  it('is known by name and e-mail from the contacts', () =>
    known('ann', { name: '安琪', email: 'ann@corp.example' }))

  it('whom the app may not look up is known by the name they have in the chat', async () => {
    on.dingtalk.options.scopes = allScopes.filter((one) => one !== 'qyapi_get_member')
    await on.people.direct('noscope', '帮助')
    await known('noscope', { name: '无权', active: true })
    on.dingtalk.options.scopes = allScopes
  })

  it('whom the app does not see is somebody all the same', async () => {
    await answered('hid', () => on.people.direct('hid', '帮助'))
    await known('hid', { name: '隐身', active: true })
  })

  it('is answered although the contacts are busy', async () => {
    on.dingtalk.faults.add('POST /topapi/v2/user/get', trouble.oapi.busy)
    await answered('busy', () => on.people.direct('busy', '帮助'))
    await known('busy', { name: '忙碌' })
  })

  it('who has left is not active any more', async () => {
    await on.people.direct('gone', '帮助')
    await known('gone', { active: true })
    expect(await on.people.event('user_leave_org', { userId: ['gone', 'never-here'] })).toMatchObject({
      ok: true,
    })
    await known('gone', { active: false })
  })
})

describe('what is said', () => {
  it.each([
    ['picture', ''],
    ['file', ''],
    ['video', ''],
    ['audio', '我的任务'],
    ['richText', '我的任务'],
  ] as const)('as a %s alone with the robot is answered', async (msgtype, text) => {
    const file = { name: 'a.bin', bytes: Buffer.from('a') }
    expect(await answered('ben', () => on.people.direct('ben', text, { msgtype, file }))).toBeTruthy()
  })

  it.each(['@鼓点 我的任务', '＠鼓点　我的任务', '　我的任务　', '@鼓点'])(
    '“%s” is understood',
    async (text) => {
      const answer = await answered('chen', () => on.people.direct('chen', text))
      expect(`${answer.title}${answer.text}`).not.toMatch(/不明白|没听懂|看不懂/)
    },
  )

  it.each([
    '<at id="all">x</at>',
    '[x](http://evil.example)',
    '@all',
    '@所有人',
    '<a atId=ben>x</a>',
    '🎉🎉',
    '长'.repeat(2300),
  ])('never acts, however it looks: %s', async (words) => {
    const name = words.replaceAll(' ', '')
    await on.people.say('ann', 'cidA==', ` 新建任务 ${name} ${inDays(1)} ${inDays(3)}`, { mention: ['ann'] })
    await messages.quiet()
    await on.people.say('ann', 'cidA==', ` ${name}`)
    await messages.quiet()
    for (const message of [...on.dingtalk.messages('cidA=='), ...on.dingtalk.direct('ann')]) {
      expect(message.text).not.toMatch(/<at |<a atId|\]\(http:\/\/evil|@all|@所有人|^\|/im)
      expect(message.mentions).not.toContain('@ALL')
    }
  })
})
