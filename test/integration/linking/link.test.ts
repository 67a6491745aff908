/** One person on two platforms: codes, who may use them, and what the two had before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type BothPlatforms, startBoth } from '../../support/both-platforms.js'
import { profileOf } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let both: BothPlatforms
const here = { organisation: '' }
const onSlack = [
  profileOf('T1/U1', 'Boss', { standing: 'admin', ...here }),
  profileOf('T1/U2', 'Anna', { email: 'anna@example.com', ...here }),
]
const onDingtalk = [
  profileOf('manager4220', '安娜', here),
  profileOf('carl', 'Carl', here),
  profileOf('alien', 'Alien', { organisation: 'T9' }),
]

beforeEach(async () => {
  store = await openTestStore()
  both = await startBoth(store, { slack: onSlack, dingtalk: onDingtalk })
  for (const one of onSlack) await both.tells('slack', one)
})
afterEach(async () => {
  await both.stop()
  await store.close()
})

const boss = () => both.as('slack', 'T1/U1')
const anna = () => both.as('slack', 'T1/U2')
const annaThere = () => both.as('dingtalk', 'manager4220')
const codeIn = (words: string): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? ''
const codeOf = async (voice = anna()) => codeIn(await voice.say('link'))
const personAt = async (account: string) =>
  (await store.prisma.account.findFirstOrThrow({ where: { account } })).personId
const logged = (action: string) =>
  store.prisma.auditEvent.findMany({ where: { action }, orderBy: { id: 'asc' } })
const later = (time: string) => both.clock.set(`2024-05-13T${time}Z`)

describe('a code', () => {
  it('makes the account that says it one of the person who asked for it', async () => {
    const told = await anna().say('link')
    expect(told).toMatch(/Your code: .*\n.*Within 15 minutes.*link .{9}\n.*keep it out of groups/)
    const code = codeIn(told)
    expect((await store.prisma.linkCode.findMany()).map(({ hash }) => hash)).not.toContain(code)
    expect(await annaThere().say(`绑定 ${code.toLowerCase()}`)).toContain('One person: DingTalk + Slack')
    expect(anna().words()).toContain('One person: DingTalk + Slack')
    expect(await personAt('manager4220')).toBe('T1/U2')
    const other = await store.prisma.person.findUniqueOrThrow({ where: { id: 'dingtalk:manager4220' } })
    expect(other).toMatchObject({ name: '安娜', active: false })
    expect(await logged('person.link')).toMatchObject([
      { subject: 'person:T1/U2', actorId: 'dingtalk:manager4220', after: { otherId: other.id } },
    ])
    expect(await annaThere().say('zone Asia/Tokyo')).toContain('Your time zone is now Asia/Tokyo')
    expect(await boss().say('audit people')).toMatch(/joined the accounts of Anna · 安娜/)
  })

  it('is answered privately in a group', async () => {
    await anna().say('link', 'T1/C1')
    expect(anna().sees().at(-1)).toMatchObject({ to: { channel: 'T1/C1' }, only: 'T1/U2' })
  })

  it('is good once', async () => {
    const code = await codeOf()
    await annaThere().say(`link ${code}`)
    expect(await both.as('dingtalk', 'carl').say(`link ${code}`)).toContain('used already')
  })

  it('is good for fifteen minutes', async () => {
    const [first, second] = [await codeOf(boss()), await codeOf()]
    later('01:14:59')
    expect(await annaThere().say(`link ${second}`)).toContain('One person')
    later('01:15:00')
    expect(await both.as('dingtalk', 'carl').say(`link ${first}`)).toContain('older than 15 minutes')
  })

  it('is over when another one is asked for', async () => {
    const first = await codeOf()
    const second = await codeOf()
    expect(await annaThere().say(`link ${first}`)).toContain('unknown')
    expect(await annaThere().say(`link ${second}`)).toContain('One person')
  })

  it('serves neither its owner nor a colleague on the same platform, and stays good', async () => {
    const code = await codeOf()
    expect(await anna().say(`link ${code}`)).toContain('This code is for you')
    expect(await boss().say(`link ${code}`)).toContain('Anna, whose code this is, has another account here')
    expect(await annaThere().say(`link ${code}`)).toContain('One person')
    const another = await codeOf()
    expect(await annaThere().say(`link ${another}`)).toContain('one person on your platforms already')
  })

  it('is no use in another organisation', async () => {
    const code = await codeOf()
    expect(await both.as('dingtalk', 'alien').say(`link ${code}`)).toContain('another organisation')
    expect(await personAt('alien')).toBe('dingtalk:alien')
  })

  it('cannot be guessed: after five wrong ones no more are taken for a while', async () => {
    const code = await codeOf()
    for (let i = 0; i < 5; i++) expect(await annaThere().say(`link AAAA-AAA${i}`)).toContain('unknown')
    expect(await annaThere().say(`link ${code}`)).toContain('Too many wrong codes')
    expect(await logged('person.wrongCode')).toHaveLength(5)
    later('01:16:00')
    expect(await annaThere().say(`link ${await codeOf()}`)).toContain('One person')
  })

  it('links one account when two say it at the same moment', async () => {
    const code = await codeOf()
    const carl = both.as('dingtalk', 'carl')
    await carl.say('people')
    await annaThere().say('people')
    const answers = await Promise.all([annaThere().say(`link ${code}`), carl.say(`link ${code}`)])
    expect(answers.filter((words) => words.includes('One person'))).toHaveLength(1)
    expect(await store.prisma.account.count({ where: { personId: 'T1/U2' } })).toBe(2)
    expect(await logged('person.link')).toHaveLength(1)
  })

  it('does nothing twice when both sides link at the same moment', async () => {
    await annaThere().say('people')
    const [here, there] = [await codeOf(), await codeOf(annaThere())]
    await Promise.all([annaThere().say(`link ${here}`), anna().say(`link ${there}`)])
    expect(await personAt('manager4220')).toBe(await personAt('T1/U2'))
    const known = { id: { in: ['T1/U2', 'dingtalk:manager4220'] } }
    const people = await store.prisma.person.findMany({ where: known })
    expect(people.map(({ active }) => active).sort()).toEqual([false, true])
    expect(await logged('person.link')).toHaveLength(1)
  })
})

describe('an administrator', () => {
  it('may say that two people are one; nobody else may', async () => {
    await annaThere().say('people')
    expect(await anna().say('person link Anna 安娜')).toMatch(/administrator/)
    expect(await boss().say('合并人员 Anna 安娜')).toContain('Everything 安娜 had is Anna’s from now on')
    expect(annaThere().words()).toContain('One person: DingTalk + Slack')
    expect(await boss().say('person link Anna anna@example.com')).toContain('Anna is one person already')
  })
})

describe('what the other one had', () => {
  it('goes on with the one person: roles, deputies, campaigns, tasks, issues', async () => {
    await annaThere().say('people')
    await boss().say('grant 安娜 planner')
    await boss().say('grant 安娜 designer')
    await boss().say('deputy 安娜')
    await annaThere().say('new Summer 2024-06-01', 'cid1==')
    await annaThere().say('role set copywriter Boss', 'cid1==')
    await annaThere().say('task add "Paint" Anna 2024-05-13 2024-05-20', 'cid1==')
    await annaThere().say('task add "Write" 安娜 2024-05-13 2024-05-20', 'cid1==')
    await annaThere().say('issue add "Too dark" 安娜', 'cid1==')
    const there = await annaThere().say('my')
    expect(there).toContain('Write')
    expect(there).not.toContain('Paint')
    const code = await codeOf()
    await annaThere().say(`link ${code}`)
    const { prisma } = store
    const tables = [
      await prisma.campaign.findMany({ include: { roles: true } }),
      await prisma.task.findMany(),
      await prisma.issue.findMany(),
      await prisma.personRole.findMany(),
      await prisma.deputy.findMany(),
      await prisma.place.findMany({ select: { viewer: true, view: true, subjects: true } }),
    ]
    expect(JSON.stringify(tables)).not.toContain('dingtalk:manager4220')
    expect(await prisma.deputy.findMany()).toEqual([{ personId: 'T1/U1', deputyId: 'T1/U2' }])
    const paint = await prisma.task.findFirstOrThrow({ where: { name: 'Paint' } })
    expect(paint).toMatchObject({ ownerId: 'T1/U2', proposedOwnerId: null })
    const mine = await anna().say('my')
    for (const task of ['Paint', 'Write']) expect(mine).toContain(task)
    // The list that stood there before is theirs now, with what they had here.
    expect(annaThere().words()).toMatch(/Paint/)
    expect(await anna().say('campaign pause C-1')).not.toMatch(/may not|only/i)
  })
})
