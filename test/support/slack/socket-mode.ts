/** Socket Mode: envelopes to any one open connection, and trouble on demand. */
import { randomUUID } from 'node:crypto'
import { type Connection, type Connections, createConnections } from './connections.js'
import { createEnvelopes, type Envelope, onWire, unacked } from './envelopes.js'
import { fixture } from './fixtures.js'
import type { Again, Answer, Delivery, Transport } from './transport.js'
import type { World } from './world.js'

export interface SocketMode extends Transport {
  connections: Connection[]
  envelopes: Envelope[]
  /** Sends every event that was never acknowledged once more, as Slack's retries do. */
  retryUnacked(): Promise<Answer[]>
  /** Tells a connection, the oldest unless said otherwise, that it will be closed. */
  disconnect(reason?: 'warning' | 'refresh_requested' | 'link_disabled', id?: string): void
  /** Breaks a connection without a word. */
  drop(id?: string): void
  /** Makes a connection half-open: nothing is read or answered any more, not even a ping. */
  freeze(id?: string): void
  /** The next connections are never greeted. */
  withholdHello(times?: number): void
  /** The next attempts to connect are refused with this HTTP status. */
  refuseUpgrade(times?: number, status?: number): void
}

export interface SocketModeServer extends SocketMode {
  upgrade: Connections['upgrade']
  stop(): void
}

export function createSocketMode(world: World): SocketModeServer {
  const envelopes = createEnvelopes(world)
  const connections = createConnections(world, envelopes.acknowledge, envelopes.giveUp)
  let turn = 0

  const answer = (envelope: Envelope, failure?: string): Answer => ({
    ok: envelope.ack !== null,
    ms: envelope.ack?.ms ?? world.clock.now() - envelope.at,
    payload: envelope.ack?.payload ?? null,
    ...(failure && { failure }),
    again: (options = {}) => send(envelope.delivery, options, options.identical ? envelope.id : undefined),
  })

  async function send(delivery: Delivery, { retry }: Again = {}, id: string = randomUUID()): Promise<Answer> {
    const ready = connections.open.filter(({ greeted }) => greeted)
    const connection = ready[turn++ % Math.max(ready.length, 1)]
    const [attempt, at] = [retry?.num ?? 0, world.clock.now()]
    const envelope = { id, connection: connection?.id ?? '', delivery, at, attempt, ack: null }
    envelopes.all.push(envelope)
    if (!connection) return answer(envelope, 'no_connection')
    const outcome = envelopes.outcome(envelope)
    connections.send(connection, onWire(envelope, retry?.reason ?? ''))
    return answer(envelope, await outcome)
  }

  const retry = ({ delivery, attempt }: Envelope) =>
    send(delivery, { retry: { num: attempt + 1, reason: 'timeout' } })

  return {
    connections: connections.open,
    envelopes: envelopes.all,
    deliver: (delivery) => send(delivery),
    retryUnacked: () => Promise.all(unacked(envelopes.all).map(retry)),
    ...troubles(connections),
    upgrade: connections.upgrade,
    stop: connections.stop,
  }
}

type Troubles = Pick<SocketMode, 'disconnect' | 'drop' | 'freeze' | 'withholdHello' | 'refuseUpgrade'>

function troubles({ open, next, send }: Connections): Troubles {
  const named = (id?: string) => {
    const found = open.find((one) => id === undefined || one.id === id)
    if (!found) throw new Error(`no connection ${id ?? 'is open'}`)
    return found
  }
  return {
    disconnect(reason = 'refresh_requested', id) {
      send(named(id), { ...fixture('disconnect'), reason })
    },
    drop: (id) => named(id).socket.terminate(),
    freeze(id) {
      const connection = named(id)
      connection.frozen = true
      connection.socket.pause()
    },
    withholdHello(times = 1) {
      next.withholdHello = times
    },
    refuseUpgrade(times = 1, status = 409) {
      for (let i = 0; i < times; i++) next.refuse.push({ status })
    },
  }
}
