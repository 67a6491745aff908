/** Whom people name in Slack: a person, a group, everybody; in a field that asks for somebody, and in a text. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually, messageIn, type OnSlack, startOnSlack, whisperTo } from '../../support/on-slack.js'
import { actingOn, inDays, team } from '../../support/people-on-slack.js'

let on: OnSlack
let acting: ReturnType<typeof actingOn>
beforeEach(async () => {
  on = await startOnSlack({ teams: [team] })
  acting = actingOn(on)
})
afterEach(async () => {
  expect(on.slack.warnings).toEqual([])
  await on.stop()
})

describe('a mention', () => {
  it.each(['<@U6>', '<@U6|fay>', '<!subteam^S4|@writers>'])(
    '%s of somebody unknown makes them owner',
    async (who) => {
      on.slack.team().groups.set('S4', { handle: 'writers', users: ['U6'] })
      await acting.campaign()
      await acting.mkt('U1', `task add Text ${who} ${inDays(1)} ${inDays(2)}`)
      expect(await acting.ownerOf('Text')).toBe('T1/U6')
      await messageIn(on.slack, 'D6', 'Text')
    },
  )

  it.each([
    ['<!subteam^S2>', 'Exactly one person goes here (one owner per task, R1); you wrote “ben, chen”'],
    ['<!subteam^S3>', 'This group has no members'],
    ['<!subteam^S9>', 'This group has no members'],
    ['<@UBOT2>', 'does not take part'],
    ['<@UT1BOT>', 'does not take part'],
    ['<@USLACKBOT>', 'does not take part'],
  ])('of %s makes nobody owner', async (who, words) => {
    await acting.campaign()
    await acting.mkt('U1', `task add Text ${who} ${inDays(1)} ${inDays(2)}`)
    const refusal = await whisperTo(on.slack, 'U1', words)
    expect(JSON.stringify(refusal)).not.toMatch(/T1\/|group:/)
    expect(await on.store.prisma.task.count({ where: { name: 'Text' } })).toBe(0)
    const bots = { id: { in: ['T1/UBOT2', 'T1/UT1BOT', 'T1/USLACKBOT'] } }
    expect(await on.store.prisma.person.count({ where: bots })).toBe(0)
  })

  it('in a text is the name of whom it means', async () => {
    await acting.campaign()
    await acting.mkt('U1', `task add "Ask <@U6> and <!subteam^S2>" <@U2> ${inDays(1)} ${inDays(2)}`)
    const card = await messageIn(on.slack, 'D2', 'Ask @fay and @ben,@chen')
    expect(JSON.stringify(card.blocks)).not.toMatch(/<@T1|U6/)
  })

  it.each(['<!channel>', '<!here|here>', '<!everyone>', '&lt;!channel&gt;', '@channel @everyone'])(
    'of everybody (%s) in a name pages nobody',
    async (all) => {
      await acting.mkt('U1', `new "${all} sale" ${inDays(9)} ${inDays(20)}`)
      await messageIn(on.slack, 'C1', 'sale')
      await acting.mkt('U1', `task add "${all} task" <@U2> ${inDays(1)} ${inDays(3)}`)
      await messageIn(on.slack, 'D2', 'task')
      await on.people.openHome('U2')
      await eventually(() => on.slack.home('U2'))
      const written = on.slack.calls.filter(({ method }) => /^(chat|views)\./.test(method))
      expect(JSON.stringify(written)).not.toMatch(/<!(channel|here|everyone)/)
    },
  )
})
