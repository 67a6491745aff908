/** The gateway of Stream mode: connections, deliveries, and trouble on demand. */
import type { RawData } from 'ws'
import { fromText, isJson } from '../../slack/json.js'
import type { World } from '../world.js'
import { type Connection, type Connections, createConnections } from './connections.js'
import { createDeliveries } from './deliveries.js'
import type { Delivery, Outcome } from './delivery.js'
import { type Malformed, malformedKinds, sendMalformed } from './malformed.js'
import { createSystem, type System } from './system.js'

export interface Gateway {
  /** Every open socket, the oldest first. */
  connections: Connection[]
  /** Those over which something may still come. */
  readonly live: Connection[]
  /** Everything that was to reach the app, with each attempt and its acknowledgement. */
  deliveries: Delivery[]
  deliver(delivery: Delivery): Promise<Outcome>
  /** Asks every live connection for a sign of life; true if all answered. */
  ping(): Promise<boolean>
  /** Tells live connections, all unless one is named, that they have to go. */
  disconnectSoon(id?: string): void
  /** Breaks connections, all unless one is named, without a word. */
  dropSockets(id?: string): void
  /** Makes connections half-open: they stay, but nothing is read or answered any more. */
  halfOpen(id?: string): void
  /** Sends broken frames, of every kind unless one is named, over every live connection. */
  malformed(kind?: Malformed): void
}

export interface GatewayServer extends Gateway {
  upgrade: Connections['upgrade']
  stop(): void
}

export function createGateway(world: World): GatewayServer {
  const issued = new Set<string>()
  const all = (): Connections => connections
  const deliveries = createDeliveries(world, all)
  const system = createSystem(world, all)

  const received = (data: RawData, from: Connection) => {
    system.heard(from)
    const message = fromText(data.toString())
    const id = isJson(message) && isJson(message.headers) ? message.headers.messageId : undefined
    if (!isJson(message) || typeof id !== 'string') {
      return void world.violations.push('sent something over a socket that acknowledges nothing')
    }
    if (system.answered(id, message) || deliveries.acknowledge(id, message, from) || issued.has(id)) return
    world.violations.push(`acknowledged ${id}, which was never sent`)
  }

  const connections = createConnections(world, {
    received,
    opened(connection) {
      system.greet(connection)
      deliveries.flush()
    },
  })
  const troubles = createTroubles(world, all, system, issued)
  return {
    connections: connections.open,
    get live() {
      return liveOf(connections)
    },
    deliveries: deliveries.all,
    deliver: deliveries.deliver,
    ...troubles,
    upgrade: connections.upgrade,
    stop() {
      deliveries.stop()
      system.stop()
      connections.stop()
    },
  }
}

const liveOf = ({ open }: Connections): Connection[] =>
  open.filter(({ frozen, leaving, socket }) => !frozen && !leaving && socket.readyState === socket.OPEN)

type Troubles = Pick<Gateway, 'ping' | 'disconnectSoon' | 'dropSockets' | 'halfOpen' | 'malformed'>

function createTroubles(
  world: World,
  connections: () => Connections,
  system: System,
  issued: Set<string>,
): Troubles {
  const live = (id?: string) => liveOf(connections()).filter((one) => id === undefined || one.id === id)
  return {
    ping: async () => (await Promise.all(live().map(system.ping))).every(Boolean),
    disconnectSoon(id) {
      for (const connection of live(id)) system.expire(connection)
    },
    dropSockets(id) {
      for (const one of [...connections().open]) if (id === undefined || one.id === id) one.socket.terminate()
    },
    halfOpen(id) {
      for (const connection of live(id)) {
        connection.frozen = true
        connection.socket.pause()
      }
    },
    malformed(kind) {
      const kinds = kind ? [kind] : malformedKinds
      for (const connection of live()) {
        for (const one of kinds) sendMalformed(world.options.clientId, connection, one, issued)
      }
    },
  }
}
