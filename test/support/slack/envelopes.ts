/** Envelopes of Socket Mode: what was sent, and waiting for the acknowledgement of each. */
import type { Connection } from './connections.js'
import { isJson, type Json } from './json.js'
import { type Delivery, said } from './transport.js'
import type { World } from './world.js'

/** One envelope sent, and what became of it. */
export interface Envelope {
  id: string
  connection: string
  delivery: Delivery
  /** Milliseconds since 1970. */
  at: number
  /** How often it had been tried before. */
  attempt: number
  ack: { at: number; ms: number; payload: Json | null } | null
}

export interface Envelopes {
  all: Envelope[]
  /** Takes what the app sent. */
  acknowledge(message: Json): void
  /** Gives up what went over a connection that is gone. */
  giveUp(connection: Connection): void
  /** @returns why it was never acknowledged, or undefined when it was. */
  outcome(envelope: Envelope): Promise<string | undefined>
}

export function createEnvelopes(world: World): Envelopes {
  const all: Envelope[] = []
  const waiting = new Map<Envelope, (failure?: string) => void>()
  return {
    all,
    acknowledge(message) {
      const envelope = all.findLast(({ id }) => id === message.envelope_id)
      const mistakes = envelope ? take(world, envelope, message) : ['acknowledged an unknown envelope']
      world.warnings.push(...mistakes)
      if (envelope) waiting.get(envelope)?.()
    },
    giveUp(connection) {
      for (const [envelope, settle] of waiting) {
        if (envelope.connection === connection.id) settle('connection_lost')
      }
    },
    outcome: (envelope) =>
      new Promise((resolve) => {
        const settle = (failure?: string) => {
          clearTimeout(timer)
          waiting.delete(envelope)
          resolve(failure)
        }
        const timer = setTimeout(settle, world.options.patience, 'timeout')
        waiting.set(envelope, settle)
      }),
  }
}

/** @returns what was wrong with the acknowledgement. */
function take({ clock }: World, envelope: Envelope, message: Json): string[] {
  if (envelope.ack) return [`acknowledged an envelope of type ${envelope.delivery.type} twice`]
  const payload = said(isJson(message.payload) ? message.payload : undefined)
  const at = clock.now()
  envelope.ack = { at, ms: at - envelope.at, payload }
  const stray = payload && !envelope.delivery.answerable
  return stray ? [`answered an envelope of type ${envelope.delivery.type} that takes no answer`] : []
}

/** Events of which no attempt was acknowledged, each by its last attempt. */
export function unacked(all: Envelope[]): Envelope[] {
  const events = all.filter(({ delivery }) => delivery.type === 'events_api')
  const last = new Map(events.map((one) => [one.delivery.payload.event_id, one]))
  const done = new Set(events.filter(({ ack }) => ack).map(({ delivery }) => delivery.payload.event_id))
  return [...last].filter(([id]) => !done.has(id)).map(([, one]) => one)
}

/** What goes over the wire. */
export const onWire = ({ id, delivery, attempt }: Envelope, reason: string): Json => ({
  envelope_id: id,
  payload: delivery.payload,
  type: delivery.type,
  accepts_response_payload: delivery.answerable,
  ...(delivery.type === 'events_api' && { retry_attempt: attempt, retry_reason: reason }),
})
