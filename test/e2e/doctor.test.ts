/** `npm run doctor`: the set-up is looked at while nothing runs, and while something runs. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/engine/db/open.js'
import { localDate } from '../../src/kit/time.js'
import { type Dingtalk, startDingtalk } from '../support/dingtalk/index.js'
import { allScopes } from '../support/dingtalk/options.js'
import { corp } from '../support/on-dingtalk.js'
import { runDoctor, startProgram } from '../support/program.js'
import { testFolder } from '../support/store.js'

vi.setConfig({ testTimeout: 120_000 })
const english = { DEFAULT_LANGUAGE: 'en' }

describe('the doctor, called as a program', () => {
  it('finds nothing bad on an empty folder, and says so in the language of the house', async () => {
    const { code, said } = await runDoctor(testFolder('nothing'))
    expect(said).toContain('还没有人跟我说过话')
    expect(said).not.toContain('需修复')
    expect(code).toBe(0)
  })

  it('leaves out people and campaigns while the store is in use, and looks at them once it is not', async () => {
    const folder = testFolder('store')
    const running = await startProgram(folder)
    const { code, said } = await runDoctor(folder, english)
    expect(said).toMatch(
      /The store is in use by process \d+: people, campaigns and channels were not looked at/,
    )
    expect(said).toContain('Time zone Asia/Shanghai')
    expect(said).not.toContain('Campaigns')
    expect(code).toBe(0)
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
    await running.end('SIGTERM')
    expect((await runDoctor(folder, english)).said).toContain('18 people; every position that signs is held.')
  })

  it('names settings that do not fit, also those of a file .env where it is started', async () => {
    const folder = testFolder('nothing')
    writeFileSync(join(folder, '.env'), 'DEFAULT_ZONE=Mars/Base\nLOG_LEVEL=loud\n')
    const { code, said } = await runDoctor(folder)
    expect(said).toContain('DEFAULT_ZONE: not a time zone')
    expect(said).not.toContain('LOG_LEVEL')
    expect(code).toBe(1)
  })
})

describe('the doctor, where DingTalk is set up', () => {
  let dingtalk: Dingtalk
  beforeAll(async () => {
    dingtalk = await startDingtalk(corp)
  })
  afterAll(() => dingtalk.stop())
  beforeEach(() => {
    dingtalk.options.scopes = allScopes
  })

  const look = (folder: string, settings: NodeJS.ProcessEnv = {}) => {
    const { clientId, clientSecret } = dingtalk.options
    const app = { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret }
    return runDoctor(folder, { ...english, ...app, DINGTALK_API_URL: dingtalk.url, ...settings })
  }
  /** A store in which so many calls of this month are counted. */
  const used = async (count: number): Promise<string> => {
    const folder = testFolder('store')
    const { prisma, close } = await openStore({ dataDir: folder })
    const month = localDate(new Date(), 'Asia/Shanghai').slice(0, 7)
    await prisma.dingtalkUsage.create({ data: { month, kind: 'api', count } })
    await close()
    return folder
  }

  it('finds everything in order', async () => {
    const { code, said } = await look(await used(12), { DINGTALK_MONTHLY_API_QUOTA: '200' })
    expect(said).toContain('DingTalk takes the app’s settings.')
    expect(said).toContain('12 of 200 API calls of this month used (6 %).')
    expect(said).not.toMatch(/To put right|To look at/)
    expect(code).toBe(0)
  })

  it('names a secret that is not taken, and where the right one stands', async () => {
    const { code, said } = await look(testFolder('store'), { DINGTALK_CLIENT_SECRET: 'old-secret' })
    expect(said).toContain('DingTalk does not take DINGTALK_CLIENT_ID with DINGTALK_CLIENT_SECRET')
    expect(said).toContain('Copy both from the app’s page (Credentials) on open-dev.dingtalk.com')
    expect(said).not.toContain('old-secret')
    expect(code).toBe(1)
  })

  it('says where this machine has to get through when DingTalk does not answer', async () => {
    const { code, said } = await look(testFolder('store'), { DINGTALK_API_URL: 'http://127.0.0.1:9' })
    expect(said).toMatch(/DingTalk does not answer \(.+\)/)
    expect(said).toContain('Let this machine reach api.dingtalk.com')
    expect(code).toBe(1)
  })

  it('says which permission is missing to look people up', async () => {
    dingtalk.options.scopes = allScopes.filter((scope) => scope !== 'qyapi_get_member')
    const { code, said } = await look(testFolder('store'))
    expect(said).toContain('I may not look people up')
    expect(said).toContain('Grant the permission qyapi_get_member to the app and publish it.')
    expect(code).toBe(0)
  })

  it.each([
    [170, 85, 'To look at', 0],
    [194, 97, 'To put right', 1],
  ])('warns of a month that is nearly used: %i of 200', async (count, percent, level, exit) => {
    const { code, said } = await look(await used(count), { DINGTALK_MONTHLY_API_QUOTA: '200' })
    expect(said).toContain(`${count} of 200 API calls of this month used (${percent} %).`)
    expect(said).toContain('set DINGTALK_MONTHLY_API_QUOTA then')
    expect(said).toContain(level)
    expect(code).toBe(exit)
  })
})
