/** Two workspaces in one Drumbeat, with the same ids for people and channels: neither ever sees the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, localDate } from '../../../src/kit/time.js'
import { install, oauth } from '../../support/installing.js'
import { eventually, type OnSlack, startOnSlack, wordsOf } from '../../support/on-slack.js'
import { alpha, beta, type Side, sideOf } from '../../support/two-workspaces.js'

let on: OnSlack
let ours: Side
let theirs: Side
const soon = addDays(localDate(new Date(), 'Asia/Shanghai'), 9)
const later = addDays(soon, 20)

/** What U1 reads in answer, privately. */
const asks = async ({ team, people }: Side, line: string, user = 'U1'): Promise<string> => {
  const { ephemerals } = on.slack.team(team)
  const before = ephemerals.length
  await people.command(user, 'C1', '/mkt', line)
  const answer = await eventually(() => ephemerals[before])
  return wordsOf(answer)
}
const shown = (side: Side, words: string) => eventually(() => side.screens().includes(words))

beforeAll(async () => {
  on = await startOnSlack({ teams: [alpha, beta], env: oauth })
  ours = sideOf(on, 'T1')
  theirs = sideOf(on, 'T2')
  for (const { team } of [ours, theirs]) expect((await install(on, team, 'U2')).status).toBe(200)
  for (const [side, name] of [
    [ours, 'Confidential'],
    [theirs, 'Harmless'],
  ] as const) {
    await asks(side, `new "${name}" ${soon} ${later} theme="${name} theme" owner=<@U1>`)
    await asks(side, `task add "${name} task" <@U2> ${soon} ${later}`)
    await asks(side, `issue add "${name} issue" <@U2>`)
    await asks(side, 'grant <@U1> marketing-manager')
    await asks(side, 'digest')
    await side.people.openHome('U2')
    await shown(side, `${name} task`)
  }
}, 120_000)
afterAll(() => on.stop())

describe('whoever installed the app', () => {
  it('is administrator there from their first word, and nobody in the other workspace', async () => {
    expect(await asks(ours, 'role grant <@U3> designer', 'U2')).toContain('now holds')
    const admins = await on.store.prisma.personRole.findMany({ where: { role: 'admin' } })
    expect(admins.map(({ personId }) => personId).sort()).toEqual(['T1/U1', 'T1/U2', 'T2/U1', 'T2/U2'])
  })
})

describe('another workspace', () => {
  const lists = ['campaigns', 'tasks', 'my', 'issues', 'approvals', 'next', 'audit', 'people', 'kpis', 'show']
  it.each(lists)('is not in the list of `%s`', async (list) => {
    const answer = await asks(theirs, list)
    expect(answer).not.toMatch(/Confidential|T1\/|\bC-1\b/)
    expect(await asks(ours, list)).not.toMatch(/Harmless|-beta|T2\/|\bC-2\b/)
  })

  const typed = [
    'show C-1',
    'tasks C-1',
    'task C-1/M-001',
    'done C-1/M-001',
    'task assign C-1/M-001 <@U2>',
    'follow C-1',
    'stage next C-1',
    'campaign cancel C-1 enough',
    'issue I-1',
    'kpi K-1 5 C-1',
    'digest C-1',
    'audit C-1',
  ]
  it.each(typed)('is not reached by typing `%s`', async (line) => {
    const before = await everythingOf('T1')
    const answer = await asks(theirs, line)
    expect(answer).not.toContain('Confidential')
    const elsewhere = (text: string) => text.replace(/\b([CIK])-(1|91)\b/g, '$1-91')
    expect(elsewhere(answer)).toBe(elsewhere(await asks(theirs, elsewhere(line))))
    expect(await everythingOf('T1')).toBe(before)
  })

  it.each(['<@T1/U2>', '&lt;@T1/U2&gt;', 'T1/U2', '<!subteam^T1/S1>'])(
    'has no people that can be mentioned as %s',
    async (who) => {
      expect(await asks(theirs, `grant ${who} designer`)).not.toContain('now holds')
      const held = await on.store.prisma.personRole.findMany({ where: { role: 'designer' } })
      expect(held.map(({ personId }) => personId)).toEqual(['T1/U3'])
    },
  )

  it('is not changed by a button that was copied from it', async () => {
    const before = await everythingOf('T1')
    const [card] = on.slack.messages('C1', 'T1').filter(({ text }) => text.includes('Confidential'))
    if (!card) throw new Error('the campaign has no card')
    const copy = { ...structuredClone(card), user: 'U1' }
    on.slack.team('T2').channels.get('C1')?.messages.push(copy)
    const answers = on.slack.team('T2').ephemerals.length
    await theirs.people.press('U1', copy, 0)
    await eventually(
      () => on.slack.team('T2').ephemerals.length > answers || on.slack.team('T2').views.length > 0,
    )
    expect(theirs.screens()).not.toContain('Confidential')
    expect(await everythingOf('T1')).toBe(before)
  })

  it('is on no page, in no digest and in no message, and its token is never used for this one', async () => {
    await theirs.people.openHome('U1')
    await ours.people.openHome('U1')
    await eventually(() => on.slack.home('U1', 'T1') && on.slack.home('U1', 'T2'))
    expect(theirs.screens()).not.toMatch(/Confidential|T1\/[UC]1/)
    expect(ours.screens()).not.toMatch(/Harmless|-beta|T2\//)
    const calls = on.slack.calls.filter(({ method }) => /^(chat|views|conversations|users)\./.test(method))
    const of = (words: RegExp) =>
      new Set(calls.filter(({ args }) => words.test(JSON.stringify(args))).map(({ team }) => team))
    expect(of(/Confidential/)).toEqual(new Set(['T1']))
    expect(of(/Harmless/)).toEqual(new Set(['T2']))
    expect(calls.filter(({ answer }) => answer?.ok === false)).toEqual([])
  })
})

/** All that is stored of a workspace's work. */
const everythingOf = async (organisation: string): Promise<string> => {
  const { campaign, task, issue, personRole, campaignChannel } = on.store.prisma
  const campaigns = await campaign.findMany({ where: { organisation } })
  const where = { campaignId: { in: campaigns.map(({ id }) => id) } }
  return JSON.stringify([
    campaigns,
    await task.findMany({ where, orderBy: { id: 'asc' } }),
    await issue.findMany({ where }),
    await campaignChannel.findMany({ where }),
    await personRole.count({ where: { person: { organisation } } }),
  ])
}
