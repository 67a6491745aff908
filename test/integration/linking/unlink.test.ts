/** A wrong link undone: who keeps what, who may, and what the account that leaves still shows. */
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
const dingtalk = [profileOf('manager4220', '安娜', { email: 'other@example.com', ...here })]

beforeEach(async () => {
  store = await openTestStore()
  both = await startBoth(store, { slack: onSlack, dingtalk })
  for (const one of onSlack) await both.tells('slack', one)
  await there().say('people')
})
afterEach(async () => {
  await both.stop()
  await store.close()
})

const boss = () => both.as('slack', 'T1/U1')
const anna = () => both.as('slack', 'T1/U2')
const there = () => both.as('dingtalk', 'manager4220')
const link = async () => {
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await anna().say('link'))?.[0]
  await there().say(`link ${code}`)
}
const personThere = async () =>
  (await store.prisma.account.findFirst({ where: { account: 'manager4220' } }))?.personId ?? null
const campaign = () => boss().say('new Summer 2024-06-01', 'T1/C1')
const task = (name: string) => boss().say(`task add "${name}" Anna 2024-05-13 2024-05-20`, 'T1/C1')

describe('somebody who was linked by mistake', () => {
  it('leaves with a word, and is who they were before with the next one from that account', async () => {
    await boss().say('grant 安娜 designer')
    await link()
    expect(await anna().say('unlink DingTalk')).toContain('DingTalk is not linked to Anna any more')
    expect(await personThere()).toBeNull()
    await there().say('people')
    expect(await personThere()).toBe('dingtalk:manager4220')
    const back = await store.prisma.person.findUniqueOrThrow({
      where: { id: 'dingtalk:manager4220' },
      include: { roles: true },
    })
    expect(back).toMatchObject({ name: '安娜', active: true, roles: [{ role: 'member' }] })
    const kept = await store.prisma.personRole.findMany({ where: { personId: 'T1/U2' } })
    expect(kept.map(({ role }) => role)).toContain('designer')
    expect(await boss().say('audit people')).toMatch(/took an account from Anna/)
  })

  it('is told so also when they say it from the account that leaves', async () => {
    await link()
    expect(await there().say('解除绑定 钉钉')).toMatch(/not linked to Anna|已解除绑定/)
    await there().say('people')
    expect(await personThere()).toBe('dingtalk:manager4220')
  })

  it('cannot take the person from the account they began with', async () => {
    await link()
    expect(await there().say('unlink slack')).toContain('Anna has no account on Slack that was linked later')
    expect(await anna().say('unlink playground')).toContain('no account on playground')
    expect(await store.prisma.account.count({ where: { personId: 'T1/U2' } })).toBe(2)
  })

  it('may be linked again', async () => {
    await link()
    await anna().say('unlink dingtalk')
    await there().say('people')
    await link()
    expect(await personThere()).toBe('T1/U2')
  })

  it('takes only their own address along', async () => {
    const { prisma } = store
    const email = async () => (await prisma.person.findUniqueOrThrow({ where: { id: 'T1/U2' } })).email
    await link()
    expect(await email()).toBe('anna@example.com')
    await prisma.person.update({ where: { id: 'T1/U2' }, data: { email: 'other@example.com' } })
    await anna().say('unlink dingtalk')
    expect(await email()).toBeNull()
  })
})

describe('an administrator', () => {
  it('may take an account from somebody, who hears of it; nobody else may', async () => {
    await link()
    expect(await anna().say('person unlink Anna dingtalk')).toMatch(/administrator/)
    expect(await boss().say('拆分人员 Anna 钉钉')).toContain('not linked to Anna any more')
    expect(anna().words()).toContain('DingTalk is not linked to Anna any more')
    expect(await personThere()).toBeNull()
  })
})

describe('what the person had', () => {
  it('stays with them, and cards before the account that left show no more of it', async () => {
    await campaign()
    await link()
    await task('Paint')
    const card = () =>
      there()
        .sees()
        .find((one) => one.card.title.includes('Paint'))?.card
    const before = card()
    const accept = there().button('Accept')
    await anna().say('unlink dingtalk')
    await anna().press(anna().button('Accept'))
    expect(await store.prisma.task.findFirstOrThrow({ where: { name: 'Paint' } })).toMatchObject({
      ownerId: 'T1/U2',
      accepted: true,
    })
    expect(card()).toEqual(before)
    await there().press(accept)
    expect(there().words()).toMatch(/not asked|only|owner/i)
    expect(await store.prisma.place.count({ where: { lane: 'dingtalk:@manager4220' } })).toBe(0)
  })

  it('reaches the account that left no more, not even what was on its way', async () => {
    await campaign()
    await link()
    const later = { notBefore: new Date(Date.now() + 60_000) }
    await task('Paint')
    await store.prisma.outboxMessage.updateMany({
      where: { lane: 'dingtalk:@manager4220', because: 'task.offered' },
      data: { status: 'waiting', ...later },
    })
    const seen = there().sees().length
    await anna().say('unlink dingtalk')
    await store.prisma.outboxMessage.updateMany({ data: { notBefore: new Date(0) } })
    await task('Write')
    expect(there().sees()).toHaveLength(seen)
    expect(anna().words()).toContain('Write')
  })
})
