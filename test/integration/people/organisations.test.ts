/** Two organisations in one store: each works as if the other did not exist. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { button } from '../../../src/kit/card.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
/** The same names on both sides; only the second organisation's own words are different ones. */
const people = ['T1', 'T2'].flatMap((team) => [
  profileOf(`${team}/U1`, 'Boss', { standing: 'admin' }),
  profileOf(`${team}/U2`, 'Anna', { email: `anna@${team}.example` }),
])
const ours = 'T2/U1'

/** Everything that the first organisation has, as it is stored. */
const stored = async () => {
  const { prisma } = store
  const campaign = { where: { organisation: 'T1' }, include: { phases: true, planItems: true, roles: true } }
  return JSON.stringify([
    await prisma.campaign.findMany(campaign),
    await prisma.task.findMany({ where: { campaignId: 1 }, orderBy: { id: 'asc' } }),
    await prisma.approval.findMany({ where: { campaignId: 1 }, include: { steps: true, comments: true } }),
    await prisma.kpi.findMany({ where: { campaignId: 1 }, include: { readings: true } }),
    await prisma.report.findMany({ where: { campaignId: 1 } }),
    await prisma.issue.findMany({ where: { campaignId: 1 } }),
    await prisma.goal.findMany({ where: { campaignId: 1 }, include: { splits: true } }),
    await prisma.campaignChannel.findMany({ where: { campaignId: 1 } }),
    await prisma.person.findMany({ where: { organisation: 'T1' }, include: { roles: true, deputies: true } }),
    await prisma.auditEvent.count({ where: { organisation: 'T1' } }),
  ])
}

// Two organisations take a while to move in on a busy machine.
beforeAll(async () => {
  store = await openTestStore()
  chat = await startChat(store, people)
  for (const one of people) await chat.tells(one)
  const theirs = (text: string, account = 'T1/U1') => chat.say(account, text, 'T1/C1')
  for (const role of ['marketing-manager', 'operations-supervisor', 'finance-head']) {
    await theirs(`grant <@T1/U2> ${role}`)
  }
  await theirs('new Summer 2024-06-01 theme=Confidential audience=everybody')
  await theirs('plan set goals "Confidential goals"')
  await theirs('plan set budget "Confidential budget"')
  await theirs('task add "Confidential task" <@T1/U2> 2024-05-01 2024-05-20')
  await theirs('submit plan')
  await theirs('issue add "Confidential issue" <@T1/U2>')
  await theirs('kpi K-1 12345')
  await theirs('goal add users metric="Confidential users" target=20万 owner=<@T1/U2> due=2024-06-30')
  await theirs('report deliver D17 https://example.com/confidential')
  await theirs('deputy <@T1/U2>')
  expect(chat.read('T1/U1')).toContain('A-1')
}, 120_000)
afterAll(async () => {
  await chat.engine.stop()
  await store.close()
})

/** Lines that name something of the first organisation by its number. */
const lines = [
  'show C-1',
  'plan C-1',
  'plan set rules "no rules" C-1',
  'phase set burst 6.11 6.20 C-1',
  'stage next C-1',
  'role set designer <@T2/U2> C-1',
  'follow C-1',
  'campaign cancel C-1 enough',
  'campaign pause C-1',
  'campaign resume C-1',
  'task add "one more" <@T2/U2> 2024-05-01 2024-05-02 campaign=C-1',
  'tasks C-1',
  'task C-1/M-001',
  'start C-1/M-001',
  'done C-1/M-001',
  'task status C-1/M-001 cancelled',
  'task assign C-1/M-001 <@T2/U2>',
  'take C-1/M-001',
  'decline C-1/M-001',
  'task accept C-1/M-001',
  'task return C-1/M-001 again',
  'task set C-1/M-001 due 2024-05-30',
  'submit plan C-1',
  'approvals C-1',
  'approval A-1',
  'approve A-1',
  'reject A-1 no',
  'comment A-1 "who are you?"',
  'withdraw A-1',
  'urge A-1',
  'transfer approval A-1 <@T2/U2>',
  'add signer A-1 <@T2/U2>',
  'return to step A-1 1 "look again"',
  'approval sheet A-1',
  'wbs C-1',
  'strategy add seeding campaign=C-1',
  'execution plan C-1',
  'phase detail burst core "all day" C-1',
  'evaluation C-1',
  'retro C-1',
  'retro add overall success=well campaign=C-1',
  'copy C-1 Shanghai',
  'template save mine C-1',
  'template upgrade C-1',
  'programme put C-1 2026',
  'gantt C-1',
  'calendar C-1',
  'compliance C-1',
  'research C-1',
  'export goal-consensus campaign=C-1',
  'kpis C-1',
  'kpi K-1 5 C-1',
  'reports C-1',
  'report deliver D17 https://example.com/other C-1',
  'goals C-1',
  'goal G-1',
  'goal set G-1 target 5万',
  'goal split G-1 by channel a=20万',
  'goal rank G-1',
  'goal remove G-1 seen=0',
  'goal add gmv target=5万 owner=<@T2/U2> due=2024-06-30 campaign=C-1',
  'issues C-1',
  'issue I-1',
  'issue status I-1 handled',
  'digest C-1',
  'audit C-1',
  'audit A-1',
  'audit I-1',
  'audit G-1',
  'audit C-1/M-001',
  'audit plan campaign=C-1',
]
/** The same line about something that nobody has. */
const elsewhere = (line: string) => line.replace(/\b([CAIG])-1\b/g, '$1-91')

describe('whatever another organisation has', () => {
  it.each(lines)('does not exist for `%s`', async (line) => {
    const before = await stored()
    const answer = await chat.say(ours, line)
    expect(answer).not.toMatch(/Summer|Confidential|T1\//)
    expect(elsewhere(answer)).toBe(elsewhere(await chat.say(ours, elsewhere(line))))
    expect(await stored()).toBe(before)
  })

  it.each([
    ['approve', { approval: 'A-1', step: '1', seen: '0' }],
    ['reject', { approval: 'A-1', reason: 'no', step: '1', seen: '0' }],
    ['task-status', { task: 'C-1/M-001', to: 'done', seen: '0' }],
    ['stage-next', { campaign: 'C-1', leaving: 'S1' }],
    ['issue-status', { issue: 'I-1', to: 'closed', seen: '0' }],
  ])('is not changed by a button “%s” that was copied', async (command, args) => {
    const before = await stored()
    await chat.press(ours, button('copied', command, args))
    expect(await stored()).toBe(before)
  })

  it('is in no list, in nobody’s work and in no log', async () => {
    const lists = [
      'doctor',
      'campaigns',
      'tasks',
      'my',
      'issues',
      'approvals',
      'my approvals',
      'home',
      'next',
      'kpis',
    ]
    for (const list of [...lists, 'reports', 'digest', 'audit', 'audit people', 'audit clock', 'show']) {
      const answer = (await chat.say(ours, list, 'T1/C1')).replaceAll('such as C-1', '')
      expect(answer, list).not.toMatch(/Summer|Confidential|C-1\b|A-1\b|I-1\b|T1\b/)
      expect(answer, list).not.toBe('')
    }
  })
})

describe('whoever belongs to another organisation', () => {
  it('is nobody, by mention, id, e-mail and name', async () => {
    for (const who of ['<@T1/U2>', 'T1/U2', 'anna@T1.example']) {
      expect(await chat.say(ours, `grant ${who} designer`)).toMatch(/does not take part|know nobody/)
    }
    expect(await chat.say(ours, 'deputy <@T1/U2>')).toContain('does not take part')
    expect(await chat.say(ours, 'grant Anna designer')).toContain('Anna now holds: designer')
    const roles = await store.prisma.personRole.findMany({ where: { role: 'designer' } })
    expect(roles.map(({ personId }) => personId)).toEqual(['T2/U2'])
    expect(await chat.say(ours, 'people')).toContain('2 people')
  })

  it('is not the administrator who keeps the last one here from going', async () => {
    expect(await chat.say(ours, 'revoke <@T2/U1> admin')).toContain('last administrator')
  })

  it('may have a campaign, a department and positions of the same name', async () => {
    await chat.say(ours, 'new Summer 2024-07-01', 'T2/C1')
    await chat.say(ours, 'person add Carl department=Sales')
    await chat.say('T1/U1', 'person add Carl department=Sales')
    expect(await chat.say(ours, 'show Summer')).toContain('2024-07-01')
    expect(await chat.say('T1/U1', 'show Summer')).toContain('2024-06-01')
    expect(await chat.say(ours, 'campaigns')).not.toContain('C-1 ')
    expect(await chat.say('T1/U1', 'campaigns')).not.toContain('C-2')
    expect(await chat.say(ours, 'next')).not.toContain('C-1')
    expect(await chat.say(ours, 'tasks')).not.toContain('Confidential')
  })
})
