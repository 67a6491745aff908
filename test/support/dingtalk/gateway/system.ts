/** What the gateway itself says: greetings, pings, and that a connection has to go. */
import { randomUUID } from 'node:crypto'
import { isJson, type Json } from '../../slack/json.js'
import type { World } from '../world.js'
import type { Connection, Connections } from './connections.js'
import { frame } from './delivery.js'

export interface System {
  greet(connection: Connection): void
  /** @returns whether it was answered within the patience of people. */
  ping(connection: Connection): Promise<boolean>
  /** Nothing more comes here, and after some silence the connection ends. */
  expire(connection: Connection): void
  /** Something came over a connection that has to go. */
  heard(connection: Connection): void
  /** @returns whether it was the answer to a ping. */
  answered(messageId: string, message: Json): boolean
  stop(): void
}

export function createSystem(world: World, connections: () => Connections): System {
  const pings = new Map<string, { data: string; done: () => void }>()
  const ends = new Map<Connection, NodeJS.Timeout>()
  const beats = new Set<NodeJS.Timeout>()

  const say = (connection: Connection, topic: string, data: string, messageId: string = randomUUID()) => {
    const given = { type: 'SYSTEM', topic, data, messageId }
    connections().send(connection, frame(world.options.clientId, connection, given))
  }

  const ping = (connection: Connection): Promise<boolean> =>
    new Promise((resolve) => {
      const [id, data] = [randomUUID(), JSON.stringify({ opaque: world.id('') })]
      const timer = setTimeout(resolve, world.options.patience, false).unref()
      pings.set(id, {
        data,
        done() {
          clearTimeout(timer)
          resolve(true)
        },
      })
      say(connection, 'ping', data, id)
    })

  return {
    ping,
    greet(connection) {
      if (world.options.greets) {
        say(connection, 'CONNECTED', '{}')
        say(connection, 'REGISTERED', '{}')
      }
      const { pingEveryMs } = world.options
      if (pingEveryMs === 0) return
      const beat = setInterval(() => connection.leaving || void ping(connection), pingEveryMs).unref()
      beats.add(beat)
      connection.socket.once('close', () => clearInterval(beat))
    },
    expire(connection) {
      say(connection, 'disconnect', JSON.stringify({ reason: 'connection is expired' }))
      connection.leaving = true
      const end = setTimeout(() => connection.socket.terminate(), world.options.silenceMs).unref()
      ends.set(connection, end)
    },
    heard: (connection) => void ends.get(connection)?.refresh(),
    answered(messageId, message) {
      const sent = pings.get(messageId)
      if (!sent) return false
      world.violations.push(...pongMistakes(message, sent.data))
      pings.delete(messageId)
      sent.done()
      return true
    },
    stop() {
      for (const timer of [...beats, ...ends.values()]) clearTimeout(timer)
    },
  }
}

function pongMistakes({ code, message, headers, data }: Json, sent: string): string[] {
  return [
    ...(code === 200 ? [] : [`answered a ping with code ${code}`]),
    ...(message === 'OK' ? [] : ['answered a ping without OK']),
    ...(isJson(headers) && headers.contentType === 'application/json' ? [] : ['a pong without contentType']),
    ...(data === sent ? [] : ['answered a ping with other data than it came with']),
  ]
}
