/** The playground's clock: the machine's time plus a shift that the time machine sets; it goes on ticking after a restart. */
import type { Clock } from '../../kit/clock.js'
import type { Db, PrismaClient } from '../../kit/store.js'

const key = 'playground.clock'

export interface PlaygroundClock extends Clock {
  /** Reads the shift that was stored. */
  load(): Promise<void>
  /** Stands still at `at` while runs that are due then are done; `beside` is stored together with the shift. */
  hold(at: Date, beside?: (db: Db) => Promise<void>): Promise<void>
  /** Ticks on from where it stands. */
  release(): void
}

export const createPlaygroundClock = (prisma: PrismaClient): PlaygroundClock => {
  let shift = 0
  let held: Date | null = null
  return {
    now: () => held ?? new Date(Date.now() + shift),
    async load() {
      const row = await prisma.setting.findUnique({ where: { key } })
      shift = Number((row?.value as { shift?: number } | undefined)?.shift ?? 0)
    },
    async hold(at, beside) {
      const value = { shift: at.getTime() - Date.now() }
      await prisma.$transaction(async (db) => {
        await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
        await beside?.(db)
      })
      held = at
      shift = value.shift
    },
    release() {
      if (held) shift = held.getTime() - Date.now()
      held = null
    },
  }
}
