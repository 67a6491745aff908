/** Nobody answers: a reminder, an escalation, and in the end the document goes back; never at night (F27, D8). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approvalStories, monday } from '../../support/approval.js'
import { startDrumbeat, type TestDrumbeat, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
const { as, seen, stored, submitted, timers } = approvalStories(() => drumbeat)
beforeEach(async () => {
  drumbeat = await startDrumbeat(monday)
})
afterEach(() => drumbeat.stop())

describe('nobody answers', () => {
  it('a reminder comes after 24 hours, the owner hears after 48, then it goes back (F27)', async () => {
    const { id, ref } = await submitted()
    const [step] = (await stored(id)).steps
    await drumbeat.clock('2024-06-04T00:59:00Z')
    expect(await seen('marketing-manager', ref)).not.toContain('起等待你处理')
    // The clock of the playground goes on while people act.
    await drumbeat.clock('2024-06-04T01:05:00Z')
    expect(await seen('marketing-manager', ref)).toMatch(/2024-06-03 09:0\d 起等待你处理/)
    await drumbeat.clock('2024-06-05T01:05:00Z')
    expect(await seen('manager', ref)).toContain('一直没有处理')
    await drumbeat.clock('2024-06-11T01:05:00Z')
    expect((await stored(id)).status).toBe('expired')
    expect(words(await as('planner').sees())).toContain('由于无人处理')
    expect(await timers(step?.id)).toEqual([])
  })

  it('at night and on days off nobody is bothered', async () => {
    // Friday, 7 June, 17:30: the 8th is a Saturday, the 10th the Dragon Boat holiday.
    await drumbeat.clock('2024-06-07T09:30:00Z')
    const { id } = await submitted()
    const [step] = (await stored(id)).steps
    const [timer] = await timers(step?.id)
    expect(timer?.dueAt.toISOString()).toBe('2024-06-11T01:00:00.000Z')
  })

  it('a decision ends the waiting', async () => {
    const { id } = await submitted()
    const [step, next] = (await stored(id)).steps
    await as('marketing-manager').press('同意')
    expect(await timers(step?.id)).toEqual([])
    expect(await timers(next?.id)).toHaveLength(1)
  })

  it('while the campaign is paused nothing expires', async () => {
    const { id, owner } = await submitted()
    await owner.say('/mkt 暂停活动')
    await drumbeat.clock('2024-06-04T02:00:00Z')
    const [step] = (await stored(id)).steps
    expect(await timers(step?.id)).toHaveLength(1)
    expect((await stored(id)).status).toBe('pending')
  })
})
