/** Help as people meet it: an empty line, one command, a word that is none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-24T02:00:00Z')
})
afterAll(() => drumbeat.stop())
const say = async (text: string, as = 'manager') => words((await voice(drumbeat, as).say(text)).messages)

describe('help', () => {
  it('answers an empty call with all commands in the words of the person', async () => {
    expect(await say('/mkt')).toMatch(/• 审批: .*同意 · 驳回/)
    expect(await say('help', 'alex')).toMatch(/• Approvals: .*approve · reject/)
  })

  it('shows a group with what its commands are for', async () => {
    expect(await say('帮助 审批')).toContain('• 同意 · 审批通过（签字） · 同意 A-7 可以')
  })

  it('explains one command, typed in any language', async () => {
    expect(await say('帮助 驳回')).toContain('理由 · 必填 · 需要修改什么')
    expect(await say('help reject', 'alex')).toContain('Reason · required')
    expect(await say('help task add', 'alex')).toContain('required')
  })

  it('shows a viewer nothing they may not use', async () => {
    const seen = await say('帮助', 'intern')
    expect(seen).toContain('操作记录')
    expect(seen).not.toContain('添加人员')
  })

  it('says what to do when the word is none', async () => {
    expect(await say('help xyzzy', 'alex')).toContain('I know no command “xyzzy”')
  })
})
