/** Examples of approvals: a 618 plan on its way through A7, a goal letter through A3, a refused plan. */
import type { Sample } from '../../kit/feature.js'
import type { Language } from '../../kit/translate.js'
import { type ApprovalState, chainCard, requestCard } from './approval.cards.js'
import { newSteps, type Step } from './approval.js'
import { fullCard } from './full.cards.js'
import { commentCard, resultCard } from './news.cards.js'
import { presets } from './presets.js'

const at = (time: string): Date => new Date(`2024-05-14T${time}:00+08:00`)

const words = {
  'zh-CN': [
    '618年中狂欢·全场满300减50',
    'GMV 500万元；新增用户 1万',
    '推广费 30万、物料费 5万、技术费 3万、人力费 10万',
    '缺少返场期预算',
  ],
  'zh-TW': [
    '618年中慶·全館滿300折50',
    'GMV 500萬元；新增用戶 1萬',
    '推廣費 30萬、物料費 5萬、技術費 3萬、人力費 10萬',
    '缺少返場期預算',
  ],
  en: [
    '618 mid-year sale',
    'GMV 5 m; 10,000 new users',
    'promotion 300k, materials 50k, technology 30k, labour 100k',
    'the return phase has no budget',
  ],
} as const satisfies Record<Language, readonly string[]>

const names = { p1: '策划', p2: '甲', p3: '乙', p4: '丙' }

/** The steps of a flow after `done` signatures; `refused` makes the next one a refusal. */
const stepsOf = (preset: keyof typeof presets, done: number, refused?: string): Step[] => {
  const people = ['p2', 'p3', 'p4']
  const roles = presets[preset].positions.flat()
  const signers = Object.fromEntries(roles.map((role, i) => [role, people[i % 3] ?? 'p2']))
  return newSteps(presets[preset], signers, []).map((step, i) => {
    const id = i + 1
    const decided = { decidedById: step.signerId, decidedAt: at(`1${i}:02`) }
    if (i < done) return { ...step, ...decided, id, status: 'approved' }
    if (refused === undefined)
      return { ...step, id, status: i === done || preset !== 'ecommerce' ? 'pending' : 'waiting' }
    return i === done
      ? { ...step, ...decided, id, status: 'rejected', comment: refused }
      : { ...step, id, status: 'void' }
  })
}

const state = (
  language: Language,
  subject: 'plan' | 'goals',
  steps: Step[],
  status = 'pending',
): ApprovalState => {
  const [name, goals, budget, reason] = words[language]
  const sections = [
    { item: 'name', content: name },
    { item: 'goals', content: goals },
    ...(subject === 'plan' ? [{ item: 'budget', content: budget }] : []),
  ]
  const said = { id: 1, approvalId: 7, byId: 'p4', at: at('09:40'), text: reason }
  return {
    campaign: { id: 1, name, status: 'active', launchOn: '2024-06-01' },
    names,
    approval: {
      ...{ id: 7, campaignId: 1, subject, revision: 1, preset: 'ecommerce', status, version: 0 },
      ...{
        content: { sections },
        contentHash: '0f5c3a9d7e21',
        submittedById: 'p1',
        submittedAt: at('09:30'),
      },
      decidedAt: null,
      comments: subject === 'plan' ? [said] : [],
      steps: steps.map((step) => ({ ...step, approvalId: 7, platform: null })),
    },
  }
}

const sample = (name: string, draw: (language: Language) => ReturnType<typeof chainCard>): Sample => ({
  name,
  draw: (t, viewer) => draw(t.language)(t, viewer),
})

export const samples: readonly Sample[] = [
  sample('approval.request', (l) => requestCard({ ...state(l, 'plan', stepsOf('ecommerce', 2)), step: 3 })),
  sample('approval.decided', (l) =>
    requestCard({ ...state(l, 'plan', stepsOf('ecommerce', 3), 'approved'), step: 3 }),
  ),
  sample('approval.chain', (l) => chainCard(state(l, 'plan', stepsOf('ecommerce', 2)))),
  sample('approval.joint', (l) => chainCard(state(l, 'goals', stepsOf('joint-goals', 2)))),
  sample('approval.approved', (l) => resultCard(state(l, 'plan', stepsOf('ecommerce', 3), 'approved'))),
  sample('approval.rejected', (l) =>
    resultCard(state(l, 'plan', stepsOf('ecommerce', 1, words[l][3]), 'rejected')),
  ),
  sample('approval.comment', (l) =>
    commentCard({ ...state(l, 'plan', stepsOf('ecommerce', 0)), comment: 1 }),
  ),
  sample('approval.full', (l) => {
    const full = state(l, 'plan', stepsOf('ecommerce', 1))
    return fullCard({ ...full, may: 2, revisions: [{ id: 7, revision: 1, status: 'pending' }] })
  }),
]
