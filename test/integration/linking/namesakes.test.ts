/** Who is meant where two platforms know people by the same account or name. */
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
const onDingtalk = [profileOf('manager4220', '安娜', here), profileOf('carl', 'Carl', here)]

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
const annaThere = () => both.as('dingtalk', 'manager4220')
const personAt = async (account: string) =>
  (await store.prisma.account.findFirstOrThrow({ where: { account } })).personId

describe('somebody who comes from a platform without workspaces', () => {
  it('cannot be mistaken for somebody of another platform', async () => {
    await annaThere().say('people')
    expect(await personAt('manager4220')).toBe('dingtalk:manager4220')
    expect(await boss().say('grant dingtalk:manager4220 designer')).toContain('安娜 now holds: designer')
    expect(await boss().say('audit people')).toMatch(/granted a role 安娜/)
  })

  it('is who is mentioned there, whatever an account of the same name is elsewhere', async () => {
    const named = { id: 'carl', name: 'Other', zone: 'UTC', createdAt: new Date(0) }
    await store.prisma.person.create({ data: named })
    await both.as('dingtalk', 'carl').say('people')
    await both.tells('dingtalk', profileOf('head', 'Head', { standing: 'admin', ...here }))
    expect(await both.as('dingtalk', 'head').say('grant <@carl> designer')).toContain('Carl now holds')
  })
})

describe('two people of the same name', () => {
  it('are told apart by their platforms', async () => {
    await both.tells('slack', profileOf('T1/U3', 'Carl', here))
    await both.as('dingtalk', 'carl').say('people')
    expect(await boss().say('grant Carl designer')).toContain('T1/U3 (Slack), dingtalk:carl (DingTalk)')
    expect(await boss().say('grant dingtalk:carl designer')).toContain('Carl now holds')
    await both.tells('slack', profileOf('T1/U4', 'Carl', here))
    expect(await boss().say('grant Carl designer')).toContain('T1/U4 (Slack)')
  })
})
