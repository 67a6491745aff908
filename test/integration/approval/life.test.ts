/** What may become of an approval beside yes and no: taken back, sent back, passed on, widened, overtaken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalStories, monday } from '../../support/approval.js'
import { startDrumbeat, type TestDrumbeat, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
const { as, last, seen, stored, submitted } = approvalStories(() => drumbeat)
beforeAll(async () => {
  drumbeat = await startDrumbeat(monday)
})
afterAll(() => drumbeat.stop())

const states = async (id: number) =>
  (await stored(id)).steps.map(({ role, signerId, status }) => `${role} ${signerId} ${status}`)

describe('whoever has submitted', () => {
  it('takes it back; old cards say so, and what was signed holds for the next version (D9)', async () => {
    const { id, ref, planner } = await submitted()
    await as('marketing-manager').press('同意')
    await planner.say(`/mkt 撤回 ${ref} 预算还没定`)
    expect(await stored(id)).toMatchObject({ status: 'withdrawn' })
    const card = (await as('operations-supervisor').sees()).findLast(({ text }) => text.includes(`${ref} `))
    expect(card?.buttons.map(({ label }) => label)).not.toContain('同意')
    expect(card?.text).toContain('撤回')
    await planner.say('/mkt submit plan')
    expect((await stored(await last())).steps.map(({ carried }) => carried)).toEqual([true, false, false])
  })

  it('cannot decide about it, also not for somebody else; the attempt is recorded (D11)', async () => {
    const { id, ref } = await submitted()
    await as('marketing-manager').say('代理人 策划')
    const answer = await as('planner').say(`同意 ${ref}`)
    expect(words(answer.messages)).toContain('你自己提交的')
    expect((await stored(id)).status).toBe('pending')
    const where = { action: 'approval.denied', subject: `approval:${id}` }
    expect(await drumbeat.store.prisma.auditEvent.count({ where })).toBe(1)
    await as('marketing-manager').say('代理人')
  })

  it('reminds those it waits for', async () => {
    const { ref, planner } = await submitted()
    const answer = await planner.say(`/mkt 催办 ${ref}`)
    expect(words(answer.messages)).toContain('市场部经理')
    expect(await seen('marketing-manager', ref)).toContain('起等待你处理')
  })

  it('is the only one who may, beside whoever leads', async () => {
    const { id, ref } = await submitted()
    await as('designer').say(`撤回 ${ref}`)
    await as('finance-head').say(`催办 ${ref}`)
    expect((await stored(id)).status).toBe('pending')
  })
})

describe('a signer', () => {
  it('sends it back to an earlier step, which is asked again with the reason', async () => {
    const { id, ref } = await submitted()
    await as('marketing-manager').press('同意')
    await as('operations-supervisor').say(`退回到 ${ref} 市场部经理 目标对不上`)
    expect(await states(id)).toEqual([
      'marketing-manager marketing-manager pending',
      'operations-supervisor operations-supervisor waiting',
      'finance-head finance-head waiting',
    ])
    expect(await seen('marketing-manager', ref)).toContain('目标对不上')
    await as('marketing-manager').press('同意')
    expect((await states(id))[1]).toContain('pending')
  })

  it('passes the step on; the audit names both (D7)', async () => {
    const { id, ref } = await submitted()
    await as('marketing-manager').say(`转交审批 ${ref} @alex`)
    expect((await states(id))[0]).toBe('marketing-manager alex pending')
    expect(words((await as('marketing-manager').say(`同意 ${ref}`)).messages)).not.toContain('已同意')
    await as('alex').press('Approve')
    expect((await stored(id)).steps[0]).toMatchObject({ status: 'approved', givenById: 'marketing-manager' })
    const event = await drumbeat.store.prisma.auditEvent.findFirst({
      where: { action: 'approval.transfer', subject: `approval:${id}` },
    })
    expect(event?.after).toMatchObject({ from: 'marketing-manager', to: 'alex' })
  })

  it('does not pass it to the submitter, to somebody who only reads, or to who is asked already', async () => {
    const { id, ref } = await submitted()
    const signer = as('marketing-manager')
    for (const [to, why] of [
      ['@planner', '是提交人'],
      ['@intern', '只能查看'],
      ['@marketing-manager', '已经在'],
    ])
      expect(words((await signer.say(`转交审批 ${ref} ${to}`)).messages)).toContain(why)
    expect((await states(id))[0]).toBe('marketing-manager marketing-manager pending')
  })

  it('has somebody sign before, and is asked again afterwards', async () => {
    const { id, ref } = await submitted()
    await as('marketing-manager').say(`加签 ${ref} @product-head 前`)
    expect(await states(id)).toEqual([
      'added product-head pending',
      'marketing-manager marketing-manager waiting',
      'operations-supervisor operations-supervisor waiting',
      'finance-head finance-head waiting',
    ])
    await as('product-head').press('同意')
    expect((await states(id))[1]).toContain('pending')
  })

  it('has somebody sign after', async () => {
    const { id, ref } = await submitted()
    await as('marketing-manager').say(`加签 ${ref} @product-head 后`)
    await as('marketing-manager').press('同意')
    expect((await states(id)).slice(0, 3)).toEqual([
      'marketing-manager marketing-manager approved',
      'added product-head pending',
      'operations-supervisor operations-supervisor waiting',
    ])
  })

  it('who is away is replaced for that time, both when asked and while it waits (D6)', async () => {
    await as('marketing-manager').say('外出 2024-06-03~2024-06-07 代理人=@alex')
    const { id, ref } = await submitted()
    expect(words(await as('alex').sees())).toContain(`${ref} `)
    await as('alex').press('Approve')
    expect((await stored(id)).steps[0]).toMatchObject({ signerId: 'marketing-manager', decidedById: 'alex' })
    await as('operations-supervisor').say('外出 2024-06-03 代理人=@product-head')
    expect(words(await as('product-head').sees())).toContain(`${ref} `)
    await as('marketing-manager').say('销假')
    await as('operations-supervisor').say('销假')
    expect(words((await as('product-head').say(`同意 ${ref}`)).messages)).toContain('这一步不归你审批')
  })
})

describe('a document that is edited', () => {
  const approveAll = async () => {
    for (const signer of ['marketing-manager', 'operations-supervisor', 'finance-head'])
      await as(signer).press('同意')
  }

  it('asks only those again who answer for what has changed, and shows the difference (D10)', async () => {
    const { id, owner } = await submitted()
    await approveAll()
    await owner.say('/mkt plan set budget 60万')
    await owner.say('/mkt plan set budget 61万')
    await drumbeat.clock('2024-06-03T01:06:00Z')
    const next = await last()
    expect(next).not.toBe(id)
    expect((await stored(next)).steps.map(({ role, status, carried }) => [role, status, carried])).toEqual([
      ['marketing-manager', 'approved', true],
      ['operations-supervisor', 'approved', true],
      ['finance-head', 'pending', false],
    ])
    expect((await stored(id)).status).toBe('approved')
    const asked = (await as('finance-head').sees()).at(-1)
    expect(asked?.text).toContain('48万 → 61万')
    expect(words(await as('marketing-manager').sees())).not.toContain(`A-${next} `)
  })

  it('cannot be signed as it was: the press brings the new version', async () => {
    const { id, owner } = await submitted()
    await owner.say('/mkt plan set goals GMV 600万')
    const pressed = await as('marketing-manager').press('同意')
    expect(words(pressed.messages)).toContain('文件提交后有改动')
    const next = await last()
    expect((await stored(id)).status).toBe('superseded')
    expect((await stored(next)).steps[0]).toMatchObject({ status: 'pending' })
    await as('marketing-manager').press('同意')
    expect((await stored(next)).steps[0]).toMatchObject({ status: 'approved' })
  })

  it('and put back as it was stays signed', async () => {
    const { id, owner } = await submitted()
    await approveAll()
    await owner.say('/mkt plan set budget 60万')
    await owner.say('/mkt plan set budget 48万')
    await drumbeat.clock('2024-06-03T02:00:00Z')
    const { campaignId } = await stored(id)
    const plans = await drumbeat.store.prisma.approval.count({ where: { campaignId, subject: 'plan' } })
    expect(plans).toBe(1)
  })
})

describe('the generic flow (F22)', () => {
  it('hears comments, is revised, has its duties confirmed, and is signed', async () => {
    const { id, owner, planner } = await submitted('card-000')
    const heads = ['marketing-manager', 'sales-head', 'operations-supervisor']
    for (const head of heads) await as(head).press('无意见')
    await as('finance-head').say(`评论 A-${id} 预算与目标匹配吗？`)
    expect((await stored(id)).steps.slice(0, 4).map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'approved'),
    )
    await owner.say('/mkt plan set budget 50万')
    await planner.say('/mkt plan set goals GMV 520万')
    await as('planner').press('提交修订')
    const next = await last()
    expect(next).not.toBe(id)
    const { steps } = await stored(next)
    expect(steps.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      ...Array.from({ length: 4 }, () => 'comment approved'),
      'revise approved',
      ...Array.from({ length: 4 }, () => 'confirm pending'),
      'sign waiting',
    ])
    for (const head of [...heads, 'finance-head']) await as(head).press('确认职责')
    await as('director').press('同意')
    expect((await stored(next)).status).toBe('approved')
  })
})
