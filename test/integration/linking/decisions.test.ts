/** One approval, one signer, two platforms: asked on both, decided once, both cards right (F126). */
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
const carl = () => both.as('slack', 'T1/U3')
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
const approval = () =>
  store.prisma.approval.findFirstOrThrow({ include: { steps: { orderBy: { id: 'asc' } } } })
const signatures = async () =>
  (await store.prisma.auditEvent.findMany({ where: { action: 'approval.approve' } })).map(
    ({ actorId, after }) => `${actorId} ${(after as { role: string }).role}`,
  )
/** The buttons and words of the card that asks somebody to sign. */
const request = (voice: Voice) => {
  const card = voice.sees().find((one) => one.card.title.includes('A-1') && one.to.account)?.card
  return JSON.stringify(card)
}

describe('a signer who is on two platforms', () => {
  it('is asked on both, decides on one, and the card on the other changes', async () => {
    await link()
    await goalLetter('Anna', 'Carl')
    for (const voice of [anna(), there()]) expect(request(voice)).toContain('Approve')
    const late = anna().button('Approve')
    await there().press(there().button('Approve'))
    for (const voice of [anna(), there()]) {
      expect(request(voice)).toContain('approved')
      expect(request(voice)).not.toContain('"command":"approve"')
    }
    await anna().press(late)
    expect(anna().words()).toContain('Already approved')
    expect(await signatures()).toEqual(['T1/U2 marketing-head'])
    expect((await approval()).steps[0]).toMatchObject({ decidedById: 'T1/U2', platform: 'dingtalk' })
  })

  it('decides once when both are pressed at the same moment', async () => {
    await link()
    await goalLetter('Anna', 'Carl')
    const [one, other] = [anna().button('Approve'), there().button('Approve')]
    await Promise.all([anna().press(one), there().press(other), anna().press(one), there().press(other)])
    expect(await signatures()).toEqual(['T1/U2 marketing-head'])
    for (const voice of [anna(), there()]) expect(request(voice)).not.toContain('"command":"approve"')
    expect(`${anna().words()}${there().words()}`.match(/Already approved/g)).toHaveLength(3)
  })

  it('is offered a task on both, and takes it on one', async () => {
    await link()
    await boss().say('new Summer 2024-06-01', 'T1/C1')
    await boss().say('task add "Paint" Anna 2024-05-13 2024-05-20', 'T1/C1')
    const { press, button } = there()
    await press(button('Accept'))
    const taken = await store.prisma.task.findFirstOrThrow({ where: { name: 'Paint' } })
    expect(taken).toMatchObject({ ownerId: 'T1/U2', accepted: true })
    const card = anna()
      .sees()
      .find((one) => one.card.title.includes('Paint'))
    expect(JSON.stringify(card)).not.toContain('task-decline')
  })
})

describe('two who are asked by one approval and turn out to be one', () => {
  it('sign once for both when neither has signed', async () => {
    await goalLetter('Anna', '安娜', 'Carl')
    await link()
    await anna().press(anna().button('Approve'))
    expect(await signatures()).toEqual(['T1/U2 marketing-head', 'T1/U2 sales-head'])
    for (const voice of [anna(), there()]) expect(request(voice)).not.toContain('"command":"approve"')
    await carl().press(carl().button('Approve'))
    expect((await approval()).status).toBe('approved')
  })

  it('have signed for both when one has signed, once they say themselves that they are one', async () => {
    await goalLetter('Anna', '安娜', 'Carl')
    await carl().press(carl().button('Approve'))
    await anna().press(anna().button('Approve'))
    await link()
    expect(await approval()).toMatchObject({ status: 'approved', steps: [{}, { signerId: 'T1/U2' }, {}] })
    expect(await signatures()).toContain('dingtalk:anna sales-head')
    expect(there().words()).toMatch(/approved/)
  })

  it('are not signed for by the administrator who says that they are one', async () => {
    await goalLetter('Anna', '安娜', 'Carl')
    await anna().press(anna().button('Approve'))
    await boss().say('person link Anna 安娜')
    expect((await approval()).steps.map(({ status }) => status)).toEqual(['approved', 'pending', 'pending'])
    await there().press(there().button('Approve'))
    expect((await approval()).steps.map(({ status }) => status)).toEqual(['approved', 'approved', 'pending'])
  })

  it('lose no signature that the other one gives while they are linked', async () => {
    await goalLetter('Anna', '安娜', 'Carl')
    const press = there().button('Approve')
    await Promise.all([boss().say('person link Anna 安娜'), there().press(press), there().press(press)])
    const { steps } = await approval()
    expect(steps.map(({ signerId }) => signerId)).toEqual(['T1/U2', 'T1/U2', 'T1/U3'])
    expect(steps[1]).toMatchObject({ status: 'approved', decidedById: 'T1/U2' })
    expect(await store.prisma.auditEvent.count({ where: { action: 'approval.denied' } })).toBe(0)
  })

  it('keep an approval whole when one signs while they are linked', async () => {
    await goalLetter('Anna', '安娜', 'Carl')
    const press = anna().button('Approve')
    await Promise.all([anna().press(press), link()])
    const { steps } = await approval()
    expect(steps.map(({ signerId }) => signerId)).toEqual(['T1/U2', 'T1/U2', 'T1/U3'])
    expect(steps[0]?.status).toBe('approved')
    if (steps[1]?.status === 'pending') await there().press(there().button('Approve'))
    await carl().press(carl().button('Approve'))
    expect((await approval()).status).toBe('approved')
  })
})
