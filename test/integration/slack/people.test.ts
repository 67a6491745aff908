/** Slack users become people, change, leave and come back; bots and people of other companies never are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  eventually,
  messageIn,
  type OnSlack,
  startOnSlack,
  whisperTo,
  wordsOf,
} from '../../support/on-slack.js'
import { actingOn, inDays, team } from '../../support/people-on-slack.js'

let on: OnSlack
let acting: ReturnType<typeof actingOn>
beforeEach(async () => {
  on = await startOnSlack({ teams: [team] })
  Object.assign(on.slack.team().users.get('U8') ?? {}, { tz: 'Mars/Base' })
  acting = actingOn(on)
})
afterEach(async () => {
  expect(on.slack.warnings).toEqual([])
  await on.stop()
})

describe('the first word of a user', () => {
  it.each([
    ['U3', { name: 'chen', zone: 'Asia/Shanghai', language: 'zh-CN', email: 'chen@example.com' }],
    ['U5', { name: 'siu', zone: 'Asia/Hong_Kong', language: 'zh-TW' }],
    ['U7', { name: 'mei', zone: 'Asia/Taipei', language: 'zh-TW' }],
    ['U6', { name: 'fay', zone: 'Europe/London', language: 'en', email: 'fay@acme.example' }],
    ['U8', { name: 'jan', zone: 'Asia/Shanghai', language: 'en' }],
  ])('makes %s a person with what Slack knows of them', async (id, known) => {
    await on.people.direct(id, 'help')
    await acting.person(id, { ...known, organisation: '', active: true })
    await eventually(() => on.slack.messages(`D${id.slice(1)}`).length > 1)
  })

  it('gives rights by what they are in Slack: guests are guests, administrators are administrators', async () => {
    for (const id of ['U4', 'U2', 'U3', 'U1']) {
      await on.people.direct(id, 'help')
      await acting.person(id, { active: true })
    }
    expect(await acting.rolesOf('U4')).toEqual(['guest'])
    expect(await acting.rolesOf('U2')).toEqual(['admin', 'planner'])
    expect(await acting.rolesOf('U3')).toEqual(['member'])
    expect(await acting.rolesOf('U1')).toEqual(['admin', 'planner'])
  })

  it('lets a guest neither read nor act', async () => {
    await acting.campaign()
    await acting.mkt('U4', 'campaigns')
    await whisperTo(on.slack, 'U4', 'You may not read: that takes viewer.')
    expect(on.slack.ephemerals.some((one) => one.only === 'U4' && wordsOf(one).includes('Summer'))).toBe(
      false,
    )
    for (const line of [
      'new Mine',
      `task add Mine <@U4> ${inDays(1)} ${inDays(2)}`,
      'done M-001',
      'grant <@U4> admin',
    ]) {
      const before = on.slack.ephemerals.length
      await acting.mkt('U4', line)
      await eventually(() => on.slack.ephemerals.length > before)
    }
    expect(await on.store.prisma.campaign.count()).toBe(1)
    expect(await acting.rolesOf('U4')).toEqual(['guest'])
  })
})

describe('a change of a user', () => {
  it('is followed in what they did not choose themselves', async () => {
    await acting.mkt('U2', 'zone Asia/Tokyo')
    await acting.person('U2', { zone: 'Asia/Tokyo' })
    const profile = { display_name: 'Benny', email: 'benny@acme.example' }
    await on.people.userChange('U2', { tz: 'Europe/Paris', locale: 'zh-TW', profile })
    await acting.person('U2', {
      name: 'Benny',
      zone: 'Asia/Tokyo',
      language: 'zh-TW',
      email: 'benny@acme.example',
    })
  })

  it('of somebody who has never spoken makes nobody', async () => {
    expect(await on.people.userChange('U2', { tz: 'Europe/Paris' })).toMatchObject({ ok: true })
    expect(await on.store.prisma.person.count()).toBe(0)
  })
})

describe('somebody who is deactivated', () => {
  it('is asked nothing more, and the owner of the campaign hears of their tasks', async () => {
    await acting.campaign()
    await on.people.userChange('U2', { deleted: true })
    await messageIn(on.slack, 'D1', 'has left')
    await acting.person('U2', { active: false })
    const before = acting.sentTo('U2')
    await acting.mkt('U1', `task add Page <@U2> ${inDays(1)} ${inDays(3)}`)
    await whisperTo(on.slack, 'U1', 'somebody who has left')
    await acting.mkt('U1', `task set Poster due ${inDays(4)}`)
    await whisperTo(on.slack, 'U1', inDays(4))
    expect(acting.sentTo('U2')).toBe(before)
  })

  it('is noticed without any event, before a message is sent to them', async () => {
    await acting.campaign()
    const before = acting.sentTo('U2')
    Object.assign(on.slack.team().users.get('U2') ?? {}, { deleted: true })
    await acting.mkt('U1', `task add Page <@U2> ${inDays(1)} ${inDays(3)}`)
    await messageIn(on.slack, 'D1', 'Page')
    await messageIn(on.slack, 'D1', 'has left')
    await acting.person('U2', { active: false })
    expect(acting.sentTo('U2')).toBe(before)
  })

  it.each(['an event', 'their own word'])('is back with %s', async (how) => {
    await acting.campaign()
    await on.people.userChange('U2', { deleted: true })
    await acting.person('U2', { active: false })
    if (how === 'an event') await on.people.userChange('U2', { deleted: false })
    else {
      Object.assign(on.slack.team().users.get('U2') ?? {}, { deleted: false })
      await on.people.direct('U2', 'my')
    }
    await acting.person('U2', { active: true })
  })
})

describe('nobody', () => {
  it('is a bot, Slackbot or the bot itself', async () => {
    for (const id of ['USLACKBOT', 'UBOT2', 'U2']) await on.people.direct(id, 'help')
    await on.people.echo(await messageIn(on.slack, 'D2', 'What I can do'))
    expect(await on.store.prisma.person.count()).toBe(1)
    expect(on.slack.messages('D2')).toHaveLength(2)
  })

  it('is somebody of another company in a shared channel', async () => {
    Object.assign(on.slack.team().users.get('U6') ?? {}, { team_id: 'T9' })
    Object.assign(on.slack.team().users.get('U7') ?? {}, { is_stranger: true })
    await acting.campaign()
    for (const id of ['U6', 'U7']) {
      await on.people.mention(id, 'C1', 'campaigns')
      const refusal = await eventually(() => on.slack.ephemerals.find(({ only }) => only === id))
      expect(JSON.stringify(refusal.blocks)).not.toContain('Summer')
    }
    expect(await on.store.prisma.person.count()).toBe(2)
  })
})

describe('when Slack does not tell who somebody is', () => {
  const faults = [
    ['is busy', { kind: 'limited', seconds: 1 }],
    ['fails', { kind: 'status', status: 500 }],
    ['breaks off', { kind: 'dropped' }],
    ['has lost the permission', { kind: 'refused', error: 'missing_scope', extra: { needed: 'users:read' } }],
  ] as const
  it.each(faults)('because it %s, the command is done nevertheless', async (_how, fault) => {
    on.slack.faults.add('users.info', fault)
    expect(await acting.mkt('U6', 'zone Asia/Tokyo')).toMatchObject({ ok: true })
    await acting.person('U6', { zone: 'Asia/Tokyo', name: fault.kind === 'refused' ? 'U6' : 'fay' })
    await whisperTo(on.slack, 'U6', 'Asia/Tokyo')
  })

  it('for long, the command waits for the next start', async () => {
    on.slack.faults.add('users.info', { kind: 'status', status: 500 }, { times: 3 })
    expect(await acting.mkt('U6', 'zone Asia/Tokyo')).toMatchObject({ ok: true })
    await eventually(() => on.log.some(({ msg }) => msg === 'a delivery could not be handled'))
    await on.restart()
    await whisperTo(on.slack, 'U6', 'Asia/Tokyo')
  })

  it('it says who they are as soon as it may', async () => {
    on.slack.faults.add('users.info', { kind: 'refused', error: 'missing_scope' })
    await acting.mkt('U6', 'zone Asia/Tokyo')
    await acting.person('U6', { name: 'U6' })
    await on.people.userChange('U6', {})
    await acting.person('U6', { name: 'fay', language: 'en', email: 'fay@acme.example', zone: 'Asia/Tokyo' })
  })

  it('they are not taken to have left', async () => {
    await acting.campaign()
    on.slack.faults.add('users.info', { kind: 'limited', seconds: 60 })
    await acting.mkt('U1', `task add Page <@U2> ${inDays(1)} ${inDays(3)}`)
    await messageIn(on.slack, 'D2', 'Page')
    await acting.person('U2', { active: true })
  })
})
