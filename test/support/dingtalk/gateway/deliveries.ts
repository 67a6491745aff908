/** Messages, presses and events on their way: to one connection by chance, until somebody takes them. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fromText, isJson, type Json } from '../../slack/json.js'
import type { World } from '../world.js'
import type { Connection, Connections } from './connections.js'
import { type Attempt, ackMistakes, type Delivery, frame, isTaken, type Outcome } from './delivery.js'
import { watchPress } from './presses.js'
import { createWaiting } from './waiting.js'

export interface Deliveries {
  all: Delivery[]
  deliver(delivery: Delivery): Promise<Outcome>
  /** @returns whether the acknowledgement was one of a delivery. */
  acknowledge(messageId: string, message: Json, from: Connection): boolean
  /** Sends what nobody was there for. */
  flush(): void
  stop(): void
}

export function createDeliveries(world: World, connections: () => Connections): Deliveries {
  const all: Delivery[] = []
  const waiting = createWaiting(world.options)
  const homeless = new Set<Delivery>()
  const timers = new Set<NodeJS.Timeout>()

  function push(delivery: Delivery, messageId: string = randomUUID()): boolean {
    const connection = pick(world, connections().open, delivery)
    if (!connection) {
      if (world.options.redelivery !== 'off') homeless.add(delivery)
      return false
    }
    homeless.delete(delivery)
    const attempt: Attempt = { messageId, connection, at: Date.now(), deaf: false, ack: null }
    delivery.attempts.push(attempt)
    void transmit(world, connections(), delivery, attempt)
    if (world.options.redelivery !== 'off') later(delivery)
    return true
  }

  function later(delivery: Delivery): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      const { redelivery, repeats, attempts } = world.options
      const tried = delivery.attempts.length
      if (tried >= attempts) return
      const spent = redelivery !== 'always' || tried > repeats
      if (redelivery !== 'off' && !(isTaken(delivery) && spent)) push(delivery, nextId(world, delivery))
    }, world.options.redeliverAfterMs)
    timers.add(timer.unref())
  }

  async function deliver(delivery: Delivery, messageId?: string): Promise<Outcome> {
    if (!all.includes(delivery)) all.push(delivery)
    const before = delivery.attempts.length
    const settled = waiting.outcome(delivery, before)
    if (!push(delivery, messageId) && !homeless.has(delivery)) waiting.settle(delivery, 'no_connection')
    const outcome = await settled
    const id = (newId?: boolean) => (newId ? randomUUID() : delivery.attempts.at(-1)?.messageId)
    return { ...outcome, again: ({ newId } = {}) => deliver(delivery, id(newId)) }
  }

  return {
    all,
    deliver: (delivery) => deliver(delivery),
    flush() {
      for (const delivery of [...homeless]) push(delivery, nextId(world, delivery))
    },
    acknowledge(messageId, message, from) {
      const found = find(all, messageId, from)
      if (typeof found === 'string') world.violations.push(found)
      if (!found || typeof found === 'string') return Boolean(found)
      take(world, found, message)
      if (found.attempt.ack) waiting.settle(found.delivery)
      return true
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
      waiting.stop()
    },
  }
}

const nextId = ({ options }: World, { attempts }: Delivery): string | undefined =>
  options.redeliverSameId ? attempts.at(-1)?.messageId : undefined

/** Any connection that wants the topic; one that is half-open only where there is no other. */
function pick({ random }: World, open: Connection[], { type, topic }: Delivery): Connection | undefined {
  const wanting = open.filter((one) => !one.leaving && one.topics.has(`${type} ${topic}`))
  const alive = wanting.filter(({ frozen }) => !frozen)
  const choice = alive.length > 0 ? alive : wanting
  return choice[Math.floor(random() * choice.length)]
}

async function transmit(
  world: World,
  connections: Connections,
  delivery: Delivery,
  attempt: Attempt,
): Promise<void> {
  const { connection, messageId } = attempt
  const fault = world.faults.next('FRAME', delivery.topic)
  if (fault?.kind === 'dropped' || fault?.kind === 'hang') return
  if (fault?.kind === 'late') await pause(fault.ms)
  attempt.deaf = fault?.kind === 'lost'
  attempt.at = Date.now()
  watchPress(world, delivery, attempt)
  connections.send(connection, frame(world.options.clientId, connection, { ...delivery, messageId }))
  if (fault?.kind === 'cut') setTimeout(() => connection.socket.terminate(), 20).unref()
}

interface Found {
  delivery: Delivery
  attempt: Attempt
}

/** @returns what is acknowledged, why that is not allowed, or null where nobody knows of it. */
function find(all: Delivery[], messageId: string, from: Connection): Found | string | null {
  const every = all.flatMap((delivery) => delivery.attempts.map((attempt) => ({ delivery, attempt })))
  const sent = every.filter(({ attempt }) => attempt.messageId === messageId)
  if (sent.length === 0) return null
  const here = sent.filter(({ attempt }) => attempt.connection === from)
  if (here.length === 0) return 'acknowledged on another socket than the one that got the frame'
  return here.find(({ attempt }) => !attempt.ack) ?? 'acknowledged the same frame twice'
}

function take(world: World, { delivery, attempt }: Found, message: Json): void {
  world.violations.push(...ackMistakes(delivery, message))
  if (attempt.deaf) return
  const at = Date.now()
  const data = typeof message.data === 'string' ? fromText(message.data) : null
  attempt.ack = { at, ms: at - attempt.at, code: Number(message.code), data: isJson(data) ? data : null }
}
