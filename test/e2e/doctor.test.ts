/** `npm run doctor`: the set-up is looked at while nothing runs, and while something runs. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
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
    expect((await runDoctor(folder, english)).said).toContain('17 people; every position that signs is held.')
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
