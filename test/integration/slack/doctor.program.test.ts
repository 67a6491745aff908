/** The doctor before anything runs: what is broken between Drumbeat and Slack. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.js'
import type { Store } from '../../../src/engine/db/open.js'
import { doctorCard } from '../../../src/features/doctor/index.js'
import { plainCard } from '../../../src/kit/plain.js'
import type { Language } from '../../../src/kit/translate.js'
import { assemble } from '../../../src/main.js'
import { createInstallations } from '../../../src/platforms/slack/installations.js'
import { scopes } from '../../../src/platforms/slack/scopes.js'
import { createSeal } from '../../../src/platforms/slack/seal.js'
import { oauth } from '../../support/installing.js'
import { acme, messageIn, startOnSlack } from '../../support/on-slack.js'
import { runDoctor } from '../../support/program.js'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { openTestStore, testFolder } from '../../support/store.js'
import { type Trouble, troubles } from './troubles.js'

const team = { ...acme, channels: [{ id: 'C1', name: 'room-C1' }] }
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
/** With a campaign that C1 follows. */
let store: Store
let slack: Slack

beforeAll(async () => {
  store = await openTestStore()
  const on = await startOnSlack({ teams: [team], store })
  await on.people.command('U1', 'C1', '/mkt', 'new Summer 2031-06-01')
  await messageIn(on.slack, 'C1', 'Summer')
  await on.stop()
  slack = await startSlack({ teams: [team], scopes: Object.keys(scopes) })
})
afterAll(async () => {
  await slack.stop()
  await store.close()
})

const settings = (more: Record<string, string> = {}) => ({
  ...{ LOG_LEVEL: 'silent', SLACK_API_URL: slack.url, DEFAULT_LANGUAGE: 'en' },
  ...tokens,
  ...more,
})
/** What it says of Slack. */
const said = async (language: Language, more = {}, organisation = '', of = store): Promise<string> => {
  const { engine } = await assemble(readConfig(settings(more)), of)
  return plainCard(doctorCard(await engine.outside.findings(organisation))(engine.translator(language)))
}

describe('the doctor as a program', () => {
  const settingsThatFail: (Omit<Trouble, 'make'> & { set: Record<string, string> })[] = [
    {
      what: 'a bot token that Slack refuses',
      set: { SLACK_BOT_TOKEN: 'xoxb-wrong' },
      en: /Slack refuses the bot token \(invalid_auth\)\. → Install the app again/,
      zh: /Slack 拒绝了机器人令牌（invalid_auth）。 → /,
    },
    {
      what: 'an app-level token that Slack refuses',
      set: { SLACK_APP_TOKEN: 'xapp-wrong' },
      en: /Slack refuses the app-level token \(invalid_auth\)\. → Make one with connections:write/,
      zh: /Slack 拒绝了应用级令牌（invalid_auth）。 → .*connections:write/,
    },
    {
      what: 'a Slack that cannot be reached',
      set: { SLACK_API_URL: 'http://127.0.0.1:1/api/' },
      en: /Slack cannot be reached \(.+\)\. → Check the network, the proxy and SLACK_API_URL/,
      zh: /连不上 Slack（.+）。 → 检查网络/,
    },
  ]
  it.each(settingsThatFail)('names $what, with its cure', async ({ set, en, zh }) => {
    expect(await said('en', set)).toMatch(en)
    expect(await said('zh-CN', set)).toMatch(zh)
  })

  it.each(troubles.slice(0, 5))('names $what, with its cure', async ({ make, mend, en, zh }) => {
    expect(await said('en')).toContain('Everything is in order')
    make(slack)
    const words = [await said('en'), await said('zh-CN')]
    mend?.(slack)
    expect(words[0]).toMatch(en)
    expect(words[1]).toMatch(zh)
  })

  it('called as one, ends with 0 when nothing is bad and with 1 when something is', async () => {
    const folder = testFolder('store')
    expect(await runDoctor(folder, settings())).toMatchObject({ code: 0 })
    const broken = await runDoctor(folder, settings({ SLACK_BOT_TOKEN: 'xoxb-wrong' }))
    expect(broken.code).toBe(1)
    expect(broken.said).toContain('Slack refuses the bot token (invalid_auth)')
    expect(broken.said).not.toContain('xoxb-wrong')
  })
})

describe('the doctor of workspaces that installed the app', () => {
  const found = (own: Store) => said('en', { ...oauth, SLACK_BOT_TOKEN: '' }, 'T1', own)

  it('says that the token was sealed with another secret, is refused, or is gone', async () => {
    const own = await openTestStore()
    await keep(own, 'another secret', 'xoxb-1')
    expect(await found(own)).toMatch(
      /of the workspace T1 cannot be opened: SLACK_STATE_SECRET .* → Put the old/,
    )
    await keep(own, oauth.SLACK_STATE_SECRET, 'xoxb-old')
    expect(await found(own)).toMatch(
      /refuses the token of the workspace T1 \(invalid_auth\)\. → Install the app/,
    )
    await keep(own, oauth.SLACK_STATE_SECRET, 'xoxb-1')
    expect(await found(own)).toContain('Acme: the bot drumbeat is in.')
    await keep(own, oauth.SLACK_STATE_SECRET, null)
    expect(await found(own)).toMatch(
      /The app is no longer installed in the workspace T1\. → Install it there/,
    )
    expect(await said('en', { ...oauth, SLACK_BOT_TOKEN: '' }, '', own)).toMatch(
      /The app is installed in no workspace yet\. → Open \/slack\/install/,
    )
    await own.close()
  })
})

/** Puts an installation of T1 into a store; without a token it is removed. */
const keep = async ({ prisma }: Store, secret: string, token: string | null): Promise<void> => {
  const watch = { installing: async () => null, installed: async () => undefined, removed: () => undefined }
  const kept = createInstallations(prisma, createSeal(secret), watch)
  if (!token) {
    return kept.deleteInstallation({ isEnterpriseInstall: false, teamId: 'T1', enterpriseId: undefined })
  }
  await kept.storeInstallation({
    ...{ team: { id: 'T1' }, enterprise: undefined, authVersion: 'v2' },
    user: { id: 'U1', token: undefined, scopes: undefined },
    bot: { token, scopes: [], id: 'BT1', userId: 'UT1BOT' },
  })
}
