/** Random lives of a plan's approval against an independent model of the rules: same outcome, nobody forgotten, once each. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvalStories, monday } from '../../support/approval.js'
import { ApprovalModel, holders, type Section } from '../../support/approval-model.js'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
const stories = approvalStories(() => drumbeat)
beforeAll(async () => {
  drumbeat = await startDrumbeat(monday)
})
afterAll(() => drumbeat.stop())

/** The clock only goes on, from one life to the next. */
let minutes = 0

const person = fc.constantFrom(...holders, 'alex', 'planner')
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('approve' as const), by: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('asked' as const), by: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reject' as const), by: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('race' as const), by: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      section: fc.constantFrom<Section>('goals', 'risk', 'budget'),
      text: fc.constantFrom('甲', '乙'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('submit' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      by: person,
      to: fc.constantFrom('alex', 'planner'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
)
type Deed = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The life of one plan, in the store and in the model. */
const live = async (deeds: readonly Deed[]) => {
  const { campaign, owner, planner, id: first } = await stories.submitted()
  const model = new ApprovalModel({ goals: 'GMV 500万', risk: '宕机', budget: '48万' }, 'planner')
  model.submit()
  /** The last revision of the plan; its receipts are approvals, too. */
  const lastId = async () => {
    const where = { subject: 'plan', campaignId: Number(campaign.slice('C-'.length)) }
    const found = await drumbeat.store.prisma.approval.findFirst({ where, orderBy: { id: 'desc' } })
    return found?.id ?? first
  }
  const last = async () => stories.stored(await lastId())
  const says = (by: string, line: string) => voice(drumbeat, by).say(line)
  const asked = () => model.last?.steps.find(({ status }) => status === 'pending')?.signer ?? 'alex'
  const act = async (deed: Deed): Promise<void> => {
    const ref = `A-${await lastId()}`
    switch (deed.do) {
      case 'approve':
      case 'asked': {
        const by = deed.do === 'asked' ? asked() : deed.by
        await says(by, `approve ${ref}`)
        return model.decide(by, 'approved')
      }
      case 'reject':
        await says(deed.by, `reject ${ref} 再想想`)
        return model.decide(deed.by, 'rejected')
      case 'race': {
        const by = asked()
        await Promise.all([says(by, `approve ${ref}`), says(by, `reject ${ref} 不行`)])
        return raced(by)
      }
      case 'edit': {
        const { messages } = await owner.say(`/mkt plan set ${deed.section} ${deed.text}`)
        expect(words(messages)).toContain(`: ${deed.text}`)
        return model.edit(deed.section, deed.text)
      }
      case 'submit':
        await planner.say(`/mkt submit plan ${campaign}`)
        return model.submit()
      case 'withdraw':
        await planner.say(`/mkt withdraw ${ref}`)
        return model.withdraw()
      case 'pass':
        await says(deed.by, `${deed.by === 'alex' ? 'transfer approval' : '转交审批'} ${ref} @${deed.to}`)
        return model.pass(deed.by, deed.to)
      case 'settle':
        minutes += 7
        await drumbeat.clock(new Date(Date.parse(monday) + minutes * 60_000).toISOString())
        return model.settle()
    }
  }
  /** Two words at once: whichever was first counts, then the other speaks about what is there. */
  const raced = async (by: string): Promise<void> => {
    const { status, steps } = await last()
    const mine = steps.find(({ signerId, decidedById }) => signerId === by && decidedById === by)
    const order = status === 'rejected' || mine?.status === 'rejected' ? 'rejected' : 'approved'
    model.decide(by, order)
  }
  for (const deed of deeds) {
    await act(deed)
    await compare(model, await last())
  }
}

type Stored = Awaited<ReturnType<typeof stories.stored>>
const compare = async (model: ApprovalModel, now: Stored) => {
  const shape = ({ role, signerId, status }: Stored['steps'][number]) => ({ role, signer: signerId, status })
  expect({ status: now.status, steps: now.steps.map(shape) }).toEqual({
    status: model.last?.status,
    steps: model.last?.steps,
  })
  const { prisma } = drumbeat.store
  const where = { campaignId: now.campaignId, subject: 'plan', status: 'pending' }
  expect(await prisma.approval.count({ where })).toBe(now.status === 'pending' ? 1 : 0)
  // No request is without a next action and a date.
  for (const { id, status } of now.steps)
    expect(await stories.timers(id)).toHaveLength(status === 'pending' ? 1 : 0)
  // One decision per step that was decided here, in the store and in the log.
  const revisions = await prisma.approval.findMany({
    where: { campaignId: now.campaignId, subject: 'plan' },
    include: { steps: true },
  })
  const decided = revisions.flatMap(({ steps }) =>
    steps.filter(({ decidedAt, carried }) => decidedAt !== null && !carried),
  )
  const logged = await prisma.auditEvent.count({
    where: {
      subject: { in: revisions.map(({ id }) => `approval:${id}`) },
      action: { in: ['approval.approve', 'approval.reject'] },
    },
  })
  expect(logged).toBe(decided.length)
  expect(decided.some(({ decidedById }) => decidedById === 'planner')).toBe(false)
}

it('comes to what the rules say, whatever people do in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), live), {
    numRuns: 6,
    endOnFailure: true,
  })
}, 240_000)
