/** People arrive from a chat platform, change there, leave and come back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const anna = profileOf('T1/U2', 'Anna', { email: 'anna@example.com' })

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, anna])
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const personOf = (id: string) =>
  store.prisma.person.findUniqueOrThrow({ where: { id }, include: { roles: true, accounts: true } })
const rolesOf = async (id: string) => (await personOf(id)).roles.map(({ role }) => role).sort()
const auditOf = async (id: string) =>
  (
    await store.prisma.auditEvent.findMany({ where: { subject: `person:${id}` }, orderBy: { id: 'asc' } })
  ).map(({ action }) => action)

describe('an account nobody knows', () => {
  it('becomes a person with what the platform says of them', async () => {
    expect(await chat.say(anna.account, 'zone Asia/Tokyo')).toContain('Your time zone is now Asia/Tokyo')
    expect(await personOf('T1/U2')).toMatchObject({
      name: 'Anna',
      organisation: 'T1',
      email: 'anna@example.com',
      language: 'en',
      accounts: [{ platform: 'slack', account: 'T1/U2' }],
    })
  })

  it('makes the first who is no guest the administrator, and says why in the log', async () => {
    await chat.tells(profileOf('T1/U8', 'Guest', { standing: 'guest' }))
    await chat.tells(anna)
    await chat.tells(profileOf('T1/U3', 'Carl'))
    await chat.tells(boss)
    expect(await rolesOf('T1/U8')).toEqual(['guest'])
    expect(await rolesOf('T1/U2')).toEqual(['admin', 'planner'])
    expect(await rolesOf('T1/U3')).toEqual(['member'])
    expect(await rolesOf('T1/U1')).toEqual(['admin', 'planner'])
    const log = await chat.say(anna.account, 'audit people')
    expect(log).toMatch(/Slack · added a person Anna · Anna, the first here/)
    expect(log).toMatch(/added a person Boss · Boss, administrator of the workspace/)
  })

  it('is one person however many deliveries tell of it at once', async () => {
    const people = [anna, anna, boss, anna, boss, profileOf('T1/U3', 'Carl')]
    await Promise.all(people.map((one) => chat.tells(one)))
    expect(await store.prisma.person.count()).toBe(3)
    expect(await auditOf('T1/U2')).toEqual(['person.add'])
  })

  it('that has left already becomes nobody', async () => {
    await chat.tells({ ...anna, active: false })
    expect(await store.prisma.person.count()).toBe(0)
  })

  it('is got to know when it is mentioned, and its id is shown nowhere', async () => {
    await chat.say(boss.account, 'people')
    expect(await chat.say(boss.account, 'grant <@T1/U2> designer')).toContain('Anna now holds: designer')
    expect(await chat.say(boss.account, 'people')).toMatch(/Anna · – · member, designer/)
    expect(await chat.say(boss.account, 'person add <@T1/U2>')).toContain('“Anna” is already here')
    expect(await chat.say(boss.account, 'grant <@T1/UBOT> designer')).toContain('does not take part')
    expect(chat.read(boss.account)).not.toMatch(/T1\//)
  })

  it('is told apart from namesakes by mention or e-mail', async () => {
    await chat.tells(boss)
    await chat.tells(anna)
    await chat.tells(profileOf('T1/U3', 'anna', { email: 'other@example.com' }))
    expect(await chat.say(boss.account, 'grant Anna designer')).toContain(
      'anna@example.com, other@example.com',
    )
    expect(await chat.say(boss.account, 'grant other@example.com designer')).toContain('anna now holds')
  })
})

describe('somebody known', () => {
  it('follows their platform in what they did not choose themselves', async () => {
    await chat.say(anna.account, 'zone Asia/Tokyo')
    await chat.tells({
      ...anna,
      name: 'Anna B',
      zone: 'Europe/Paris',
      language: 'zh-TW',
      email: 'b@example.com',
    })
    expect(await personOf('T1/U2')).toMatchObject({
      name: 'Anna B',
      zone: 'Asia/Tokyo',
      language: 'zh-TW',
      email: 'b@example.com',
    })
    expect(await auditOf('T1/U2')).toEqual(['person.add', 'person.zone', 'person.profile'])
  })

  it('keeps the language they chose, whose confirmation comes in it', async () => {
    expect(await chat.say(anna.account, 'language zh-CN')).toContain('语言')
    await chat.tells({ ...anna, language: 'zh-TW' })
    expect((await personOf('T1/U2')).language).toBe('zh-CN')
  })

  it('costs nothing when nothing has changed', async () => {
    await chat.tells(anna)
    const before = await store.prisma
      .$queryRaw`SELECT a.xmin::text AS account, p.xmin::text AS person FROM "Account" a, "Person" p`
    await chat.tells(anna)
    expect(
      await store.prisma
        .$queryRaw`SELECT a.xmin::text AS account, p.xmin::text AS person FROM "Account" a, "Person" p`,
    ).toEqual(before)
    expect(await auditOf('T1/U2')).toEqual(['person.add'])
  })

  it('leaves with their last account and comes back', async () => {
    await chat.tells(boss)
    await chat.tells(anna)
    await chat.tells({ ...anna, active: false })
    await chat.tells({ ...anna, active: false })
    expect((await personOf('T1/U2')).active).toBe(false)
    expect(await chat.say(boss.account, 'people')).not.toContain('Anna')
    expect(await chat.say(boss.account, 'grant <@T1/U2> designer')).toContain('somebody who has left')
    await chat.tells(anna)
    expect((await personOf('T1/U2')).active).toBe(true)
    expect(await auditOf('T1/U2')).toEqual(['person.add', 'person.leave', 'person.return'])
    expect(await chat.say(anna.account, 'people')).toContain('Anna')
  })

  it('stays while another account of theirs lives, where they are then reached', async () => {
    await chat.tells(anna)
    await store.prisma.account.create({ data: { platform: 'slack', account: 'T1/U9', personId: 'T1/U2' } })
    await chat.tells({ ...anna, active: false })
    expect((await personOf('T1/U2')).active).toBe(true)
    await chat.say(boss.account, 'new Summer 2024-06-01 owner=<@T1/U2>')
    expect(chat.read('T1/U9')).toContain('Summer')
    expect(chat.read('T1/U2')).toBe('')
    await chat.tells(profileOf('T1/U9', 'Anna', { active: false }))
    expect((await personOf('T1/U2')).active).toBe(false)
  })
})

describe('`person add`', () => {
  it('gives ids that no other organisation has', async () => {
    await chat.tells(boss)
    await chat.tells(profileOf('T2/U1', 'Boss', { standing: 'admin' }))
    const added = ['T1/U1', 'T2/U1', 'T1/U1', 'T2/U1'].map((by, i) => chat.say(by, `person add "New ${i}"`))
    expect((await Promise.all(added)).join()).not.toContain('went wrong')
    const fresh = await store.prisma.person.findMany({ where: { name: { startsWith: 'New' } } })
    expect(fresh.map(({ organisation }) => organisation).sort()).toEqual(['T1', 'T1', 'T2', 'T2'])
  })
})
