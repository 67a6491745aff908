/** Approvals on a real store: the chain, jointly, refused and submitted again, deputies, strangers, second clicks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channels = 0
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-24T02:00:00Z')
})
afterAll(() => drumbeat.stop())

const sections = {
  ...{
    goals: 'GMV 500万',
    rules: '满300减50',
    budget: '48万',
    owners: '经理',
    risk: '服务器宕机: 30分钟修复',
  },
  flow: '预热 爆发 返场',
}

/** Somebody in a group, where the bot is called by name. */
const inGroup = (person: string, channel: string) => {
  const plain = voice(drumbeat, person, channel)
  return { ...plain, say: (text: string) => plain.say(`/mkt ${text}`) }
}

/** A campaign of its own in a channel of its own, its plan written. */
const campaign = async (template: string, name = `618-${channels + 1}`) => {
  const { id: channel } = await drumbeat.channel(`town-${++channels}`)
  const owner = inGroup('manager', channel)
  await owner.say(`new from ${template} "${name}" launch=2024-06-08 type=mega-promotion`)
  const { prisma } = drumbeat.store
  const { id } = await prisma.campaign.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const items = Object.entries(sections).map(([item, content]) => ({ campaignId: id, item, content }))
  await prisma.planItem.createMany({ data: items })
  await prisma.campaign.update({ where: { id }, data: { theme: '狂欢', audience: '新客' } })
  return { channel, owner, as: (person: string) => voice(drumbeat, person) }
}
const stored = async (id: number) =>
  drumbeat.store.prisma.approval.findUniqueOrThrow({
    where: { id },
    include: { steps: { orderBy: { id: 'asc' } } },
  })
const last = async () =>
  (await drumbeat.store.prisma.approval.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0
const denials = (id: number) =>
  drumbeat.store.prisma.auditEvent.count({ where: { action: 'approval.denied', subject: `approval:${id}` } })

describe('the plan of an e-commerce campaign', () => {
  it('may be submitted with gaps, which its submitter and its signers see', async () => {
    const { id: channel } = await drumbeat.channel('empty')
    const owner = inGroup('manager', channel)
    await owner.say('new from ecom-004 "half" launch=2024-06-08 type=mega-promotion')
    const answer = await owner.say('submit plan')
    expect(words(answer.messages)).toMatch(/还没有填写：.*预算/)
    expect(words(await voice(drumbeat, 'marketing-manager').sees())).toContain('预算分配: 未填写')
  })

  it('has no goal letter while it has no goals', async () => {
    const { id: channel } = await drumbeat.channel('no-goals')
    const owner = inGroup('manager', channel)
    await owner.say('new from plan-002 "half" launch=2024-06-08')
    const before = await last()
    expect(words((await owner.say('submit goals')).messages)).toContain('核心目标')
    expect(await last()).toBe(before)
  })

  it('goes from 市场部经理 to 运营部主管 to 财务部负责人, with ticks in the channel (F19, F20)', async () => {
    const { channel, owner, as } = await campaign('ecom-004')
    await owner.say('提交方案')
    const id = await last()
    expect(words(await as('marketing-manager').sees())).toContain(`A-${id}`)
    expect(words(await as('operations-supervisor').sees())).not.toContain(`A-${id}`)
    await as('marketing-manager').press('同意')
    expect(words(await owner.sees(channel))).toContain('市场部经理 ✓ → 运营部主管 … → 财务部负责人')
    await as('operations-supervisor').press('同意')
    const pressed = await as('finance-head').press('同意')
    expect(words(pressed.messages)).toContain('已于 10:00 同意')
    expect(pressed.messages.filter(({ channel: where }) => where === 'dm-finance-head')).toHaveLength(1)
    expect(await stored(id)).toMatchObject({
      status: 'approved',
      steps: [{ status: 'approved' }, {}, { status: 'approved' }],
    })
    const seen = words(await owner.sees(channel))
    expect(seen).toContain('市场部经理 ✓ → 运营部主管 ✓ → 财务部负责人 ✓')
    expect(seen).toContain('全部签字完成，启动时间 2024-06-08')
    const card = (await as('finance-head').sees()).findLast(
      ({ text }) => text.includes(`A-${id} `) && text.includes('满300减50'),
    )
    expect(card?.buttons).toEqual([])
    expect(card?.text).toContain('财务部负责人已于 10:00 同意')
  })

  it('answers strangers privately with "not your step" and records the attempt (F25)', async () => {
    const { owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    const id = await last()
    const answer = await as('alex').say(`approve A-${id}`)
    expect(words(answer.messages)).toContain('Not your step')
    expect(await denials(id)).toBe(1)
    expect(words((await as('finance-head').say(`同意 A-${id}`)).messages)).toContain('还没轮到你')
    expect(await denials(id)).toBe(1)
    expect((await stored(id)).steps.every(({ decidedAt }) => decidedAt === null)).toBe(true)
  })

  it('is decided once, however often one clicks (F26)', async () => {
    const { owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    const id = await last()
    const manager = as('marketing-manager')
    const card = (await manager.sees()).findLast(({ buttons }) =>
      buttons.some(({ label }) => label === '同意'),
    )
    const press = () =>
      drumbeat.post('press', { as: 'marketing-manager', message: card?.id, button: card?.buttons[0]?.id })
    const answers = (await Promise.all([press(), press(), press(), press()])) as {
      messages: { text: string }[]
    }[]
    const first = await stored(id)
    expect(first.version).toBe(1)
    expect(
      answers.filter(({ messages }) => messages.some(({ text }) => text.includes('无需重复操作'))).length,
    ).toBeGreaterThan(0)
    const approvals = await drumbeat.store.prisma.auditEvent.count({
      where: { action: 'approval.approve', subject: `approval:${id}` },
    })
    expect(approvals).toBe(1)
  })

  it('takes one decision of thirty that arrive at once, approving and rejecting (D12)', async () => {
    const { owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    const id = await last()
    const signer = as('marketing-manager')
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => signer.say(i % 2 ? `同意 A-${id}` : `驳回 A-${id} 第${i}次`)),
    )
    const { version, status, steps } = await stored(id)
    expect(version).toBe(1)
    expect(['pending', 'rejected']).toContain(status)
    expect(steps.filter(({ decidedAt }) => decidedAt !== null)).toHaveLength(1)
    const where = { subject: `approval:${id}`, action: { in: ['approval.approve', 'approval.reject'] } }
    expect(await drumbeat.store.prisma.auditEvent.count({ where })).toBe(1)
    expect(words(await signer.sees())).not.toContain('出了点问题')
  })

  it('is submitted once when two people submit at the same time', async () => {
    const { owner, channel } = await campaign('ecom-004')
    const before = await drumbeat.store.prisma.approval.count()
    const other = inGroup('planner', channel)
    const answers = await Promise.all([
      owner.say('submit plan'),
      other.say('submit plan'),
      owner.say('submit plan'),
    ])
    expect(await drumbeat.store.prisma.approval.count()).toBe(before + 1)
    const said = answers.map(({ messages }) => words(messages)).join('\n')
    expect(said).toContain('还在等待签字')
    expect(said).not.toContain('出了点问题')
  })

  it('can only be submitted again once it is decided', async () => {
    const { channel, owner } = await campaign('ecom-004')
    await owner.say('submit plan')
    expect(words((await owner.say('submit plan')).messages)).toContain('还在等待签字')
    expect(words((await inGroup('designer', channel).say('submit plan')).messages)).not.toContain('✓')
  })

  it('refused with a reason it restarts at the rejecting step with the earlier signature carried over (F24)', async () => {
    const { channel, owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    const id = await last()
    await as('marketing-manager').say(`同意 A-${id} 可以`)
    const asked = await as('operations-supervisor').press('驳回')
    await as('operations-supervisor').submit(asked.form, { reason: '返场期 budget missing' })
    expect(await stored(id)).toMatchObject({
      status: 'rejected',
      steps: [{ status: 'approved' }, { status: 'rejected' }, { status: 'void' }],
    })
    expect(words(await as('manager').sees())).toContain('返场期 budget missing')
    await owner.say('plan set budget 53万，含返场期')
    await owner.say('submit plan')
    const again = await stored(await last())
    expect(again).toMatchObject({
      revision: 2,
      steps: [{ status: 'approved', carried: true }, { status: 'pending' }, { status: 'waiting' }],
    })
    expect(words(await owner.sees(channel))).toContain('沿用（其审核的内容未变）：市场部经理')
    expect(words(await as('operations-supervisor').sees())).toContain(`A-${again.id}`)
    expect(words((await as('manager').say(`审批 A-${id}`)).messages)).toContain('48万')
  })

  it('cannot be rejected without a reason', async () => {
    const { owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    const id = await last()
    const answer = await as('marketing-manager').say(`reject A-${id}`)
    expect(answer.form).not.toBeNull()
    expect((await stored(id)).status).toBe('pending')
  })
})

describe('the goal confirmation letter', () => {
  it('asks three heads at once, in any order, and completes once (F21)', async () => {
    const { owner, as } = await campaign('plan-002')
    expect(words((await owner.say('stage next')).messages)).toContain('《活动目标确认书》')
    await owner.say('提交目标')
    const id = await last()
    for (const head of ['product-head', 'sales-head']) await as(head).press('同意')
    expect(await stored(id)).toMatchObject({ status: 'pending' })
    expect(words((await owner.say(`审批 A-${id}`)).messages)).toContain('还差 1 人签字：市场部负责人')
    await as('marketing-manager').press('同意')
    expect(await stored(id)).toMatchObject({ status: 'approved' })
    expect(words((await owner.say('stage next')).messages)).not.toContain('《活动目标确认书》')
  })

  it('two signers who press at the same time both succeed (D2)', async () => {
    for (let round = 0; round < 3; round++) {
      const { owner, as } = await campaign('plan-002')
      await owner.say('submit goals')
      const id = await last()
      await Promise.all(
        ['product-head', 'sales-head', 'marketing-manager'].map((head) => as(head).press('同意')),
      )
      const { status, version, steps } = await stored(id)
      expect({ status, version, signed: steps.map((step) => step.status) }).toEqual({
        status: 'approved',
        version: 3,
        signed: ['approved', 'approved', 'approved'],
      })
    }
  })

  it('approve and reject at the same time end in one result that everybody is told', async () => {
    const { owner, as } = await campaign('plan-002')
    await owner.say('submit goals')
    const id = await last()
    await Promise.all([
      as('product-head').say(`reject A-${id} 太高`),
      as('sales-head').say(`approve A-${id}`),
      as('marketing-manager').say(`reject A-${id} 太低`),
    ])
    const { status, steps } = await stored(id)
    expect(status).toBe('rejected')
    expect(steps.filter((step) => step.status === 'rejected')).toHaveLength(1)
    expect(steps.some((step) => ['pending', 'waiting'].includes(step.status))).toBe(false)
  })
})

describe('a deputy', () => {
  it('decides in the place of the signer, and the record says 乙 代 甲', async () => {
    const { channel, owner, as } = await campaign('ecom-004')
    await as('marketing-manager').say('代理人 策划')
    await owner.say('submit plan')
    const id = await last()
    expect(words((await as('planner').say('我的审批')).messages)).toContain(`A-${id}`)
    await as('planner').say(`审批 A-${id}`)
    await as('planner').press('同意')
    expect((await stored(id)).steps[0]).toMatchObject({
      status: 'approved',
      signerId: 'marketing-manager',
      decidedById: 'planner',
    })
    await owner.say(`审批 A-${id}`)
    expect(words(await owner.sees(channel))).toContain('策划 代 市场部经理')
    await as('marketing-manager').say('代理人')
  })
})

describe('what waits', () => {
  it('is named by the gate, the campaign card and the digest', async () => {
    const { channel, owner, as } = await campaign('ecom-004')
    await drumbeat.store.prisma.campaign.updateMany({
      where: { channels: { some: { channel } } },
      data: { stage: 'S3' },
    })
    expect(words((await owner.say('stage next')).messages)).toContain('尚未提交')
    await owner.say('submit plan')
    await as('marketing-manager').press('同意')
    const unmet = words((await owner.say('stage next')).messages)
    expect(unmet).toContain('缺少：运营部主管的签字')
    expect(unmet).toContain('缺少：财务部负责人的签字')
    expect(unmet).not.toContain('缺少：市场部经理')
    expect(words((await owner.say('查看')).messages)).toContain('等待 运营部主管 签字')
    expect(words((await owner.say('今日摘要')).messages)).toContain('@运营部主管')
    await as('operations-supervisor').press('同意')
    await as('finance-head').press('同意')
    expect(words((await owner.say('stage next')).messages)).not.toContain('缺少')
  })

  it('a plan changed after its approval has to be submitted again', async () => {
    const { channel, owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    for (const signer of ['marketing-manager', 'operations-supervisor', 'finance-head'])
      await as(signer).press('同意')
    expect(words((await owner.say('submit plan')).messages)).toContain('没有任何改动')
    await drumbeat.store.prisma.campaign.updateMany({
      where: { channels: { some: { channel } } },
      data: { stage: 'S3' },
    })
    await owner.say('plan set budget 60万')
    expect(words((await owner.say('stage next')).messages)).toContain('通过之后内容有改动')
  })

  it('a comment reaches the submitter and stands on the card', async () => {
    const { owner, as } = await campaign('ecom-004')
    await owner.say('submit plan')
    const id = await last()
    await as('finance-head').say(`comment A-${id} budget match?`)
    expect(words(await as('manager').sees())).toContain('budget match?')
    expect(words(await as('marketing-manager').sees())).toContain('budget match?')
  })
})
