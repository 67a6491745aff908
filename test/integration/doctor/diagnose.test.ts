/** The doctor without anything running: a store that does not open, tokens that Slack refuses, permissions it lacks. */
import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { diagnose } from '../../../src/doctor.js'
import { openStore } from '../../../src/engine/db/open.js'
import { scopes } from '../../../src/platforms/slack/scopes.js'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { testFolder } from '../../support/store.js'

let slack: Slack | null = null
vi.setConfig({ testTimeout: 120_000 })
afterEach(async () => {
  vi.unstubAllEnvs()
  await slack?.stop()
  slack = null
})

const found = (settings: NodeJS.ProcessEnv, folder = testFolder('store')) =>
  diagnose(readConfig({ DATA_DIR: folder, DEFAULT_LANGUAGE: 'en', ...settings }))
const tokens = ({ url }: Slack, bot = 'xoxb-1', app = 'xapp-1') => ({
  SLACK_BOT_TOKEN: bot,
  SLACK_APP_TOKEN: app,
  SLACK_API_URL: url,
})

describe('the doctor with Slack', () => {
  it('says that the bot is in', async () => {
    slack = await startSlack({ scopes: Object.keys(scopes) })
    const { words, bad } = await found(tokens(slack))
    expect(words).toMatch(/✓ .*: the bot .* is in\./)
    expect(bad).toBe(false)
  })

  it('names each missing permission', async () => {
    slack = await startSlack({ scopes: ['chat:write', 'commands'] })
    const { words, bad } = await found(tokens(slack))
    expect(words).toContain('The permission files:write is missing')
    expect(words).not.toContain('The permission chat:write is missing')
    expect(bad).toBe(true)
  })

  it('names tokens that Slack refuses, also while the store is in use, and leaves nothing behind', async () => {
    slack = await startSlack()
    const folder = testFolder('store')
    const store = await openStore({ dataDir: folder })
    const temporary = testFolder('nothing')
    vi.stubEnv('TMPDIR', temporary)
    const { words, bad } = await found(tokens(slack, 'xoxb-wrong', 'xapp-wrong'), folder)
    expect(words).toContain(`The store is in use by process ${process.pid}`)
    expect(words).toContain('Slack refuses the bot token (invalid_auth)')
    expect(words).toContain('Slack refuses the app-level token (invalid_auth)')
    expect(words).not.toMatch(/xoxb-wrong|xapp-wrong/)
    expect(bad).toBe(true)
    expect(readdirSync(temporary)).toEqual([])
    await store.close()
  })

  it('looks at each workspace that installed the app', async () => {
    slack = await startSlack()
    const folder = testFolder('store')
    const store = await openStore({ dataDir: folder })
    const row = { workspace: 'T7', organisation: 'T7', sealed: 'of another key', installedAt: new Date() }
    await store.prisma.slackInstallation.create({ data: row })
    await store.close()
    const { words } = await found(tokens(slack), folder)
    expect(words).toMatch(/^T7$/m)
  })
})

describe('the doctor without its store', () => {
  it('names a server that does not answer, and looks at the rest', async () => {
    const { words, bad } = await found({ DATABASE_URL: 'postgresql://127.0.0.1:1/drumbeat' })
    expect(words).toMatch(/The store cannot be opened: .*ECONNREFUSED.* → Check DATA_DIR and DATABASE_URL/)
    expect(words).toContain('Time zone Asia/Shanghai')
    expect(bad).toBe(true)
  })
})
