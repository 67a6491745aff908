import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/features/standup/schedules/digest.js'
import type { Context, TellOptions } from '../../../src/kit/context.js'
import type { ViewRef } from '../../../src/kit/view.js'

/** What one run of the schedule tells, `late` minutes after its time. */
const toldAfter = async (late: number) => {
  const told: { view: ViewRef; options: TellOptions }[] = []
  const tell: Context['tell'] = async (_to, view, options) => void told.push({ view, options })
  const due = new Date('2024-05-13T02:00:00Z')
  await digest.run({ tell } as Context, { campaign: 1, date: '2024-05-13', due, late: late * 60_000 })
  return told
}

describe('a run of the digest', () => {
  it('stands at one place per channel and day and changes with its campaign', async () => {
    const [told, ...others] = await toldAfter(0)
    expect(others).toEqual([])
    expect(told).toMatchObject({
      view: { view: 'standup.digest', args: { campaign: '1', date: '2024-05-13' } },
      options: { replaces: 'digest:C-1:2024-05-13', subjects: ['campaign:1'], because: 'standup.digest' },
    })
    expect(told?.view.args).not.toHaveProperty('late')
  })

  it('says how late it is after a missed time, not after a slow tick', async () => {
    expect((await toldAfter(95))[0]?.view.args.late).toBe('95')
    expect((await toldAfter(1))[0]?.view.args.late).toBeUndefined()
  })

  it('is skipped when it was missed by more than three hours', () => {
    expect(digest.graceMs).toBe(3 * 3_600_000)
  })
})
