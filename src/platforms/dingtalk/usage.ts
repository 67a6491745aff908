/** What was used of the month's quota: counted in the store, told at 80 and 95 percent, saved from 95 percent on. */
import { setTimeout as pause } from 'node:timers/promises'
import { Gauge } from 'prom-client'
import { scarceFrom } from '../../kit/event.js'
import { localDate } from '../../kit/time.js'
import { type DingtalkSettings, type Host, type QuotaKind, quotaKinds } from './host.js'

export interface Usage {
  count(kind: QuotaKind): void
  /** DingTalk says that nothing is left: all of the organisation's bots share the quota. */
  spent(kind: QuotaKind): void
  /** Of this month, as far as it is known here. */
  used(kind: QuotaKind): number
  quota: DingtalkSettings['quota']
  /** Messages are scarce. */
  thrifty(): boolean
  start(): Promise<void>
  /** Keeps what was counted. */
  stop(): Promise<void>
}

/** Shares (percent) of which the administrators are told, each once a month. */
const warnings = [scarceFrom.saved, scarceFrom.told]
/** Calls come in bursts; a crash loses no more of the count than this. */
const gatherMs = 300

const monthNow = (): string => localDate(new Date(), 'Asia/Shanghai').slice(0, 7)

export const createUsage = (host: Host, quota: DingtalkSettings['quota']): Usage => {
  const fresh = (): Record<QuotaKind, number> => ({ api: 0, stream: 0 })
  let month = monthNow()
  let known = fresh()
  const pending = fresh()
  let flushing: Promise<void> | null = null

  const keep = async (kind: QuotaKind, n: number): Promise<void> => {
    const of = monthNow()
    const where = { month_kind: { month: of, kind } }
    const row = await host.prisma.dingtalkUsage.upsert({
      where,
      create: { month: of, kind, count: n },
      update: { count: { increment: n } },
    })
    if (of !== month) [month, known] = [of, fresh()]
    known[kind] = row.count
    pending[kind] -= n
    await tell(kind, of, row)
  }
  const tell = async (kind: QuotaKind, of: string, { count, told }: { count: number; told: number }) => {
    const percent = warnings.find((share) => count * 100 >= quota[kind] * share)
    if (percent === undefined || percent <= told) return
    // Of several processes one tells.
    const where = { month: of, kind, told }
    const { count: mine } = await host.prisma.dingtalkUsage.updateMany({ where, data: { told: percent } })
    if (mine === 0) return
    host.log.warn(
      { kind, percent, used: count, quota: quota[kind] },
      'the quota of DingTalk is nearly used up',
    )
    await host.scarce({ kind, percent, used: count, quota: quota[kind] }).catch(async (error) => {
      host.log.warn({ err: error }, 'nobody could be told that the quota of DingTalk is nearly used up')
      await host.prisma.dingtalkUsage.updateMany({ where: { ...where, told: percent }, data: { told } })
    })
  }
  const flush = async (): Promise<void> => {
    for (const kind of quotaKinds) {
      if (pending[kind] > 0) await keep(kind, pending[kind])
    }
  }
  const flushSoon = (): void => {
    flushing ??= pause(gatherMs, undefined, { ref: false })
      .then(flush)
      .then(
        () => quotaKinds.some((kind) => pending[kind] > 0),
        // Kept with what comes next.
        (error) => host.log.warn({ err: error }, 'the use of DingTalk could not be counted'),
      )
      .then((more) => {
        flushing = null
        if (more) flushSoon()
      })
  }
  const used = (kind: QuotaKind): number => (month === monthNow() ? known[kind] : 0) + pending[kind]
  gaugesFor(host, used, quota)
  return {
    quota,
    used,
    count(kind) {
      pending[kind] += 1
      flushSoon()
    },
    thrifty: () => quotaKinds.some((kind) => used(kind) * 100 >= quota[kind] * scarceFrom.saved),
    spent(kind) {
      pending[kind] += Math.max(0, quota[kind] - used(kind))
      flushSoon()
    },
    async start() {
      if (month !== monthNow()) [month, known] = [monthNow(), fresh()]
      const rows = await host.prisma.dingtalkUsage.findMany({ where: { month } })
      for (const { kind, count } of rows) known[kind as QuotaKind] = count
    },
    async stop() {
      await flushing
      await flush().catch((error) =>
        host.log.warn({ err: error }, 'the use of DingTalk could not be counted'),
      )
    },
  }
}

const gaugesFor = ({ metrics }: Host, used: Usage['used'], quota: Usage['quota']): void => {
  const gauge = (name: string, help: string, value: (kind: QuotaKind) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers: [metrics],
      collect() {
        for (const kind of quotaKinds) this.set({ kind }, value(kind))
      },
    })
  gauge('drumbeat_dingtalk_used', 'Calls and messages of DingTalk this month', used)
  gauge('drumbeat_dingtalk_quota', 'Calls and messages of DingTalk allowed a month', (kind) => quota[kind])
}
