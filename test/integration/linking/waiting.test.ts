/** What waits for somebody, or is given to them, while they become one person. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type BothPlatforms, startBoth, type Voice } from '../../support/both-platforms.js'
import { profileOf } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let both: BothPlatforms
const here = { organisation: '' }

beforeEach(async () => {
  store = await openTestStore()
  const slack = [
    profileOf('T1/U1', 'Boss', { standing: 'admin', ...here }),
    profileOf('T1/U2', 'Anna', here),
    profileOf('T1/U3', 'Carl', here),
  ]
  both = await startBoth(store, { slack, dingtalk: [profileOf('anna', '安娜', here)] })
  for (const one of slack) await both.tells('slack', one)
  await there().say('people')
})
afterEach(async () => {
  await both.stop()
  await store.close()
})

const boss = () => both.as('slack', 'T1/U1')
const anna = () => both.as('slack', 'T1/U2')
const there = () => both.as('dingtalk', 'anna')
const link = async () => {
  const code = /.{4}-.{4}$/m.exec((await anna().say('link')).split('\n')[0] ?? '')?.[0]
  await there().say(`link ${code}`)
}
/** A goal letter that heads of marketing, sales and product sign jointly. */
const goalLetter = async (marketing: string, sales: string, product = 'Carl') => {
  for (const [name, role] of [
    [marketing, 'marketing-head'],
    [sales, 'sales-head'],
    [product, 'product-head'],
  ])
    await boss().say(`grant ${name} ${role}`)
  await boss().say('new Summer 2024-06-01', 'T1/C1')
  await boss().say('plan set goals "A million"', 'T1/C1')
  expect(await boss().say('submit goals', 'T1/C1')).toContain('A-1')
}
const signatures = async () =>
  (await store.prisma.auditEvent.findMany({ where: { action: 'approval.approve' } })).map(
    ({ actorId, after }) => `${actorId} ${(after as { role: string }).role}`,
  )
/** The buttons and words of the card that asks somebody to sign. */
const request = (voice: Voice) => {
  const card = voice.sees().find((one) => one.card.title.includes('A-1') && one.to.account)?.card
  return JSON.stringify(card)
}

describe('what waits for somebody when they are linked', () => {
  it('is asked on the other platform too: a signature', async () => {
    await goalLetter('Anna', 'Carl')
    await link()
    for (const voice of [anna(), there()]) expect(request(voice)).toContain('Approve')
    await there().press(there().button('Approve'))
    expect(request(anna())).not.toContain('"command":"approve"')
    expect(await signatures()).toEqual(['T1/U2 marketing-head'])
  })

  it('is asked on the other platform too: an offered task', async () => {
    await boss().say('new Summer 2024-06-01', 'T1/C1')
    await boss().say('task add "Paint" 安娜 2024-05-13 2024-05-20', 'T1/C1')
    await link()
    await anna().press(anna().button('Accept'))
    const taken = await store.prisma.task.findFirstOrThrow({ where: { name: 'Paint' } })
    expect(taken).toMatchObject({ ownerId: 'T1/U2', accepted: true })
    expect(
      there()
        .sees()
        .filter(({ card }) => card.title.includes('Paint')),
    ).toHaveLength(1)
    expect(JSON.stringify(there().sees())).not.toContain('task-decline')
  })

  it('is theirs also when it is given to the other at the very moment', async () => {
    await boss().say('new Summer 2024-06-01', 'T1/C1')
    await boss().say('grant 安娜 designer')
    for (const role of ['marketing-head', 'sales-head', 'product-head'])
      await boss().say(`grant 安娜 ${role}`)
    await boss().say('plan set goals "A million"', 'T1/C1')
    await Promise.all([
      boss().say('task add "Paint" 安娜 2024-05-13 2024-05-20', 'T1/C1'),
      boss().say('role set copywriter 安娜', 'T1/C1'),
      boss().say('submit goals C-1'),
      boss().say('new Winter 2024-12-01', 'T1/C2'),
      boss().say('person link Anna 安娜'),
      boss().say('issue add "Too dark" 安娜', 'T1/C1'),
    ])
    const { prisma } = store
    const other = 'dingtalk:anna'
    expect(await prisma.account.count({ where: { personId: other } })).toBe(0)
    expect(await prisma.task.count({ where: { ownerId: other } })).toBe(0)
    expect(await prisma.campaignRole.count({ where: { personId: other } })).toBe(0)
    expect(await prisma.approvalStep.count({ where: { signerId: other } })).toBe(0)
    expect(await prisma.issue.count({ where: { ownerId: other } })).toBe(0)
  })
})
