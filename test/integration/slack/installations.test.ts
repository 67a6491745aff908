/** Installations come and go: one workspace leaves and returns, others go on, and nobody's data is lost or shown to others. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createInstallations } from '../../../src/platforms/slack/installations.js'
import { createSeal } from '../../../src/platforms/slack/seal.js'
import { install, oauth } from '../../support/installing.js'
import { eventually, messageIn, type OnSlack, startOnSlack, whisperTo } from '../../support/on-slack.js'
import { alpha, beta, sideOf } from '../../support/two-workspaces.js'

let on: OnSlack
afterEach(() => on.stop())

const start = async (env: Record<string, string> = { ...oauth }, ...teams: string[]) => {
  on = await startOnSlack({ teams: [alpha, beta], env })
  for (const team of teams) expect((await install(on, team)).status).toBe(200)
  return { ours: sideOf(on, 'T1'), theirs: sideOf(on, 'T2'), env }
}
const installed = async () =>
  (await on.store.prisma.slackInstallation.findMany()).map(({ workspace }) => workspace).sort()
const waiting = () => on.store.prisma.outboxMessage.count({ where: { status: 'waiting' } })
const says = (team: string, user: string, words: string) =>
  eventually(() =>
    on.slack.team(team).ephemerals.some((one) => one.only === user && one.text.includes(words)),
  )

describe.each(['app_uninstalled', 'tokens_revoked'] as const)('after %s', (event) => {
  it('its installation is gone, the other workspace goes on, and what waits is sent when it is back', async () => {
    const { ours, theirs } = await start({ ...oauth }, 'T1', 'T2')
    await ours.people.command('U1', 'C1', '/mkt', 'zone Asia/Tokyo')
    await says('T1', 'U1', 'Asia/Tokyo')
    on.slack.team('T1').standing = event === 'app_uninstalled' ? 'account_inactive' : 'token_revoked'
    await ours.people.command('U1', 'C1', '/mkt', 'zone Europe/Paris')
    await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0))
    await (event === 'app_uninstalled' ? ours.people.appUninstalled() : ours.people.tokensRevoked())
    await vi.waitFor(async () => expect(await installed()).toEqual(['T2']))

    await theirs.people.command('U1', 'C1', '/mkt', 'zone Asia/Seoul')
    await says('T2', 'U1', 'Asia/Seoul')
    expect(await ours.people.command('U1', 'C1', '/mkt', 'zone Africa/Cairo')).toMatchObject({ ok: true })
    expect(await waiting()).toBeGreaterThan(0)

    expect((await install(on, 'T1')).status).toBe(200)
    await says('T1', 'U1', 'Europe/Paris')
    const ann = await on.store.prisma.person.findUniqueOrThrow({ where: { id: 'T1/U1' } })
    expect(ann.zone).toBe('Europe/Paris')
  })
})

describe('a user token that was revoked', () => {
  it('leaves the installation as it is', async () => {
    const { ours } = await start({ ...oauth }, 'T1')
    const [, revoked] = [await ours.people.tokensRevoked(), on.slack.socket.envelopes.at(-1)]
    await vi.waitFor(async () => expect(await installed()).toEqual([]))
    await install(on, 'T1')
    const payload = structuredClone(revoked?.delivery.payload ?? {}) as {
      event: { tokens: object }
      event_id: string
    }
    Object.assign(payload, { event_id: 'Ev9999' }).event.tokens = { oauth: ['U2'], bot: [] }
    await on.slack.socket.deliver({ type: 'events_api', answerable: false, payload: { ...payload } })
    expect(await installed()).toEqual(['T1'])
  })
})

describe('a bot token beside installations', () => {
  const both = { ...oauth, SLACK_BOT_TOKEN: alpha.token }

  it('makes its workspace the house’s own; the others are for themselves', async () => {
    const { ours, theirs } = await start({ ...both }, 'T2')
    await ours.people.direct('U1', 'help')
    await theirs.people.direct('U1', 'help')
    await eventually(
      () => ours.screens().includes('What I can do') && theirs.screens().includes('What I can do'),
    )
    const people = await on.store.prisma.person.findMany({ orderBy: { id: 'asc' } })
    expect(people.map(({ id, organisation }) => [id, organisation])).toEqual([
      ['T1/U1', ''],
      ['T2/U1', 'T2'],
    ])
  })

  it('is no trouble of the others when Slack refuses it', async () => {
    const { theirs } = await start({ ...both, SLACK_BOT_TOKEN: 'xoxb-refused' }, 'T2')
    await theirs.people.command('U1', 'C1', '/mkt', 'zone Asia/Seoul')
    await says('T2', 'U1', 'Asia/Seoul')
  })
})

describe('a workspace', () => {
  it('keeps its campaigns when it goes from a bot token to an installation', async () => {
    const { ours, env } = await start({ SLACK_BOT_TOKEN: alpha.token, SLACK_APP_TOKEN: 'xapp-1' })
    await ours.people.command('U1', 'C1', '/mkt', 'new Summer 2031-06-01')
    await messageIn(on.slack, 'C1', 'Summer')
    Object.assign(env, oauth)
    delete env.SLACK_BOT_TOKEN
    await on.restart()
    await install(on, 'T1')
    await ours.people.command('U1', 'C1', '/mkt', 'campaigns')
    await whisperTo(on.slack, 'U1', 'Summer')
    expect(await on.store.prisma.slackInstallation.findMany()).toMatchObject([{ organisation: '' }])
  })

  it('keeps them also when it goes from an installation to a bot token', async () => {
    const { ours, env } = await start({ ...oauth }, 'T1')
    await ours.people.command('U1', 'C1', '/mkt', 'new Summer 2031-06-01')
    await messageIn(on.slack, 'C1', 'Summer')
    env.SLACK_BOT_TOKEN = alpha.token
    await on.restart()
    await ours.people.command('U1', 'C1', '/mkt', 'campaigns')
    await whisperTo(on.slack, 'U1', 'Summer')
  })

  it('does not inherit those of another one whose bot token stood there before', async () => {
    const { ours, theirs, env } = await start({ SLACK_BOT_TOKEN: alpha.token, SLACK_APP_TOKEN: 'xapp-1' })
    await ours.people.command('U1', 'C1', '/mkt', 'new Summer 2031-06-01')
    await messageIn(on.slack, 'C1', 'Summer')
    env.SLACK_BOT_TOKEN = beta.token
    await on.restart()
    await theirs.people.command('U1', 'C1', '/mkt', 'campaigns')
    await eventually(() => on.slack.team('T2').ephemerals[0])
    expect(theirs.screens()).not.toContain('Summer')
    expect(on.log.map(({ msg }) => msg).join()).toContain('another workspace than before')
  })
})

describe('an installation for a whole organisation', () => {
  it('is kept under the organisation, found for each of its workspaces, and removed as a whole', async () => {
    await start()
    const watch = { installing: async () => null, installed: async () => undefined, removed: () => undefined }
    const kept = createInstallations(on.store.prisma, createSeal('secret'), watch)
    const one = { user: { id: 'U1', token: undefined, scopes: undefined }, authVersion: 'v2' as const }
    await kept.storeInstallation({
      ...one,
      ...{ team: undefined, enterprise: { id: 'E1' }, isEnterpriseInstall: true },
    })
    await kept.storeInstallation({ ...one, team: { id: 'T9' }, enterprise: { id: 'E1' } })
    const ofAll = { isEnterpriseInstall: true, enterpriseId: 'E1', teamId: 'T9' }
    const ofOne = { isEnterpriseInstall: false, enterpriseId: 'E1', teamId: 'T9' }
    expect(await installed()).toEqual(['E1', 'T9'])
    expect(await kept.fetchInstallation(ofAll)).toMatchObject({ isEnterpriseInstall: true })
    expect(await kept.fetchInstallation(ofOne)).toMatchObject({ team: { id: 'T9' } })
    await kept.deleteInstallation(ofAll)
    expect(await installed()).toEqual(['T9'])
    await expect(kept.fetchInstallation(ofAll)).rejects.toMatchObject({
      fault: 'access',
      detail: 'not_installed',
    })
  })

  it('serves people of each of its workspaces with the organisation’s token, as one organisation', async () => {
    const { ours } = await start()
    const watch = { installing: async () => null, installed: async () => undefined, removed: () => undefined }
    const kept = createInstallations(on.store.prisma, createSeal(oauth.SLACK_STATE_SECRET), watch)
    await kept.storeInstallation({
      ...{ team: undefined, enterprise: { id: 'E1' }, isEnterpriseInstall: true, authVersion: 'v2' },
      user: { id: 'U2', token: undefined, scopes: undefined },
      bot: { token: alpha.token, scopes: [], id: 'BT1', userId: 'UT1BOT' },
    })
    Object.assign(on.slack.team('T1').users.get('U2') ?? {}, {
      enterprise_user: { enterprise_id: 'E1', teams: ['T1'] },
    })
    await ours.people.command('U2', 'C1', '/mkt', 'zone Asia/Seoul')
    const { payload } = on.slack.socket.envelopes.at(-1)?.delivery ?? { payload: {} }
    const enterprise = { enterprise_id: 'E1', enterprise_name: 'Corp', is_enterprise_install: 'true' }
    await on.slack.socket.deliver({
      type: 'slash_commands',
      answerable: true,
      payload: { ...payload, ...enterprise, trigger_id: 'another' },
    })
    await says('T1', 'U2', 'Asia/Seoul')
    const people = await on.store.prisma.person.findMany({ include: { roles: true } })
    expect(people).toMatchObject([{ id: 'E1/U2', organisation: 'E1' }])
    expect(people[0]?.roles.map(({ role }) => role)).toContain('admin')
  })
})
