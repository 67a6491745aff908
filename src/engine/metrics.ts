/** What `/metrics` tells: pieces of work, deliveries and how long they wait; text format of Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  /** Pieces of work by kind (command, clock) and outcome (done, refused, form, fault, repeated). */
  work: Counter<'kind' | 'name' | 'outcome'>
  /** Seconds per piece of work. */
  duration: Histogram<'kind'>
  /** Messages by platform and outcome (posted, edited, unchanged, dropped, retried, dead). */
  sent: Counter<'platform' | 'outcome'>
  /** Messages in the outbox that are not settled. */
  waiting: Gauge
}

/** @param waiting counts the messages that are not sent yet; asked when somebody reads the metrics. */
export const createMetrics = (waiting: () => Promise<number>): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    work: new Counter({
      name: 'drumbeat_work_total',
      help: 'Pieces of work',
      labelNames: ['kind', 'name', 'outcome'],
      registers,
    }),
    duration: new Histogram({
      name: 'drumbeat_work_seconds',
      help: 'Time per piece of work',
      labelNames: ['kind'],
      registers,
    }),
    sent: new Counter({
      name: 'drumbeat_messages_total',
      help: 'Messages',
      labelNames: ['platform', 'outcome'],
      registers,
    }),
    waiting: new Gauge({
      name: 'drumbeat_outbox_waiting',
      help: 'Messages not sent yet',
      registers,
      async collect() {
        this.set(await waiting())
      },
    }),
  }
}
