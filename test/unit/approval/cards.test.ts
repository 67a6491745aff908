import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { type ApprovalState, chainCard } from '../../../src/features/approval/approval.cards.js'
import { newSteps, type Step } from '../../../src/features/approval/approval.js'
import { flows } from '../../../src/features/approval/flow/flows.js'
import { approvalList, fullCard } from '../../../src/features/approval/full.cards.js'
import { resultCard } from '../../../src/features/approval/news.cards.js'
import { requestCard } from '../../../src/features/approval/request.cards.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'

const translator = createTranslators(readLocales())
const [zh, en] = [translator('zh-CN'), translator('en')]
const shanghai = { person: 'fin', language: 'zh-CN', zone: 'Asia/Shanghai' } as const
const newYork = { person: 'fin', language: 'en', zone: 'America/New_York' } as const
const names = { mia: '甲', olaf: '丙', fin: '丁', dep: '乙', ann: '策划' }

/** The A7 flow with these steps decided: `by` decided in place of the signer when it is another person. */
const stateWith = (done: readonly Partial<Step>[], status = 'pending', name = '618'): ApprovalState => {
  const signers = { 'marketing-manager': 'mia', 'operations-supervisor': 'olaf', 'finance-head': 'fin' }
  const { steps: asked } = flows.ecommerce
  const at = new Date('2024-05-24T02:00:00Z')
  const steps = newSteps({ steps: asked, signers, carried: [], at }).map((step, i) => {
    const change = done[i]
    const open = i === done.length && status === 'pending' ? 'pending' : step.status
    const decided = {
      status: 'approved',
      decidedById: step.signerId,
      decidedAt: new Date('2024-05-29T02:02:00Z'),
      ...change,
    }
    const stored = { id: i + 1, approvalId: 7, platform: null, asks: null, value: null }
    return { ...step, ...stored, ...(change ? decided : { status: open }) }
  })
  const content = { sections: [{ item: 'goals', content: 'GMV 500万' }] }
  return {
    campaign: { id: 1, name, status: 'active', launchOn: '2024-06-01' },
    names,
    approval: {
      ...{
        id: 7,
        campaignId: 1,
        subject: 'plan',
        topic: '',
        revision: 1,
        preset: 'ecommerce',
        status,
        version: 3,
        content,
      },
      ...{
        contentHash: 'abc',
        submittedById: 'ann',
        submittedAt: new Date('2024-05-24T02:00:00Z'),
        decidedAt: null,
      },
      ...{ comments: [], steps },
    },
  }
}
const labels = (card: ReturnType<ReturnType<typeof chainCard>>) => buttonsOf(card).map(({ label }) => label)

describe('the chain in the channel', () => {
  it('shows who has signed, who is asked and who comes later (F20)', () => {
    expect(plainCard(chainCard(stateWith([{}, {}]))(zh, shanghai))).toContain(
      '市场部经理 ✓ → 运营部主管 ✓ → 财务部负责人 …',
    )
    expect(plainCard(chainCard(stateWith([{}]))(zh, shanghai))).toContain(
      '市场部经理 ✓ → 运营部主管 … → 财务部负责人\n',
    )
  })

  it('says how many signatures are pending and of whom', () => {
    expect(plainCard(chainCard(stateWith([{}, {}]))(en, newYork))).toContain(
      '1 signature pending: head of finance (丁)',
    )
  })

  it('offers nobody in the channel to sign', () => {
    expect(buttonsOf(chainCard(stateWith([{}]))(en, newYork)).map(({ command }) => command)).toEqual([
      'approval',
    ])
  })

  it('shows which signatures were carried over', () => {
    expect(plainCard(chainCard(stateWith([{ carried: true }]))(en, newYork))).toContain(
      'carried over, the sections they check are unchanged: approved',
    )
  })
})

describe('the card of a signer', () => {
  it('has the document, all of it behind a button, and three that carry the step and the version', () => {
    const card = requestCard({ ...stateWith([{}, {}]), step: 3 })(zh, shanghai)
    expect(plainCard(card)).toContain('GMV 500万')
    expect(labels(card)).toEqual(['同意', '驳回', '评论', '查看'])
    expect(buttonsOf(card)[0]).toMatchObject({
      command: 'approve',
      args: { approval: 'A-7', step: '3', seen: '3' },
    })
  })

  it('has no buttons once it is decided, and says when and by whom in the zone of the viewer (F26)', () => {
    const state = { ...stateWith([{}, {}, {}], 'approved'), step: 3 }
    expect(labels(requestCard(state)(zh, shanghai))).toEqual([])
    expect(plainCard(requestCard(state)(zh, shanghai))).toContain('财务部负责人（丁）已于 10:02 同意')
    expect(plainCard(requestCard(state)(en, newYork))).toContain(
      'approved 22:02 by head of finance (丁) · 2024-05-28',
    )
  })

  it('names a position once when the person is called after it', () => {
    const state = {
      ...stateWith([{}, {}, {}], 'approved'),
      step: 3,
      names: { ...names, fin: '财务部负责人' },
    }
    expect(plainCard(requestCard(state)(zh, shanghai))).toContain('✓ 财务部负责人已于 10:02 同意')
  })

  it('says that a deputy decided: 乙 代 甲', () => {
    const state = { ...stateWith([{ decidedById: 'dep' }]), step: 1 }
    expect(plainCard(requestCard(state)(zh, shanghai))).toContain('乙 代 市场部经理（甲）')
  })

  it('says what has happened since, when a signature is no longer needed', () => {
    const state = stateWith([{ status: 'rejected', comment: '缺预算' }], 'rejected')
    const voided = state.approval.steps.map((step, i) => (i === 2 ? { ...step, status: 'void' } : step))
    const card = requestCard({ ...state, approval: { ...state.approval, steps: voided }, step: 3 })(
      zh,
      shanghai,
    )
    expect(labels(card)).toEqual([])
    expect(plainCard(card)).toContain('市场部经理（甲）已于 10:02 驳回')
  })
})

describe('the result', () => {
  it('publishes the launch when the plan is approved (R78)', () => {
    const card = resultCard(stateWith([{}, {}, {}], 'approved'))(en, newYork)
    expect(plainCard(card)).toContain('Launch: 2024-06-01')
    expect(card.tone).toBe('good')
  })

  it('gives the reason when it is rejected, and the way to submit again', () => {
    const card = resultCard(
      stateWith([{ status: 'rejected', comment: '返场期 budget missing' }], 'rejected'),
    )(en, newYork)
    expect(plainCard(card)).toContain('“返场期 budget missing”')
    expect(buttonsOf(card).at(-1)).toMatchObject({
      command: 'submit',
      args: { subject: 'plan', campaign: 'C-1' },
    })
  })
})

describe('one approval in full', () => {
  const full = (may: number | null) =>
    fullCard({
      ...stateWith([{}]),
      may,
      mayWithdraw: false,
      revisions: [{ id: 5, revision: 1, status: 'rejected' }],
    })

  it('can be decided only by whoever may', () => {
    expect(labels(full(2)(en, newYork))).toContain('Approve')
    expect(labels(full(null)(en, newYork))).not.toContain('Approve')
  })

  it('keeps earlier versions readable (F24)', () => {
    const earlier = expect.objectContaining({ label: 'v1 · rejected', args: { approval: 'A-5' } })
    expect(buttonsOf(full(null)(en, newYork))).toContainEqual(earlier)
  })
})

it('data stays data: markup in names is neither read nor lost', () => {
  const card = chainCard(stateWith([], 'pending', '<!channel> *a* @all <script>'))(en, newYork)
  expect(card.title).toContain('<!channel> *a* @all <script>')
})

it('a list of a hundred approvals shows twenty and says how many more', () => {
  const state = stateWith([{}])
  const card = approvalList(
    en,
    'x',
    Array.from({ length: 100 }, () => ({ state, line: 'y' })),
  )
  expect(buttonsOf(card)).toHaveLength(20)
  expect(plainCard(card)).toContain('and 80 more')
})
