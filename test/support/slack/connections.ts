/** The open Socket Mode connections: greeting, heartbeat, and what may go wrong with each. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { fixture } from './fixtures.js'
import { fromText, isJson, type Json } from './json.js'
import type { World } from './world.js'

export interface Connection {
  id: string
  /** Milliseconds since 1970. */
  openedAt: number
  socket: WebSocket
  /** Half-open: nothing goes out any more, not even an answer to a ping. */
  frozen: boolean
  greeted: boolean
}

export interface Connections {
  open: Connection[]
  /** What happens next when somebody connects. */
  next: { refuse: { status: number }[]; withholdHello: number }
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  send(connection: Connection, message: Json): void
  stop(): void
}

const most = 10

/** @param received takes what the app sends, parsed. */
export function createConnections(
  world: World,
  received: (message: Json, from: Connection) => void,
  closed: (connection: Connection) => void,
): Connections {
  const server = new WebSocketServer({ noServer: true })
  const open: Connection[] = []
  const next: Connections['next'] = { refuse: [], withholdHello: 0 }

  const send = ({ socket, frozen }: Connection, message: Json) => {
    if (!frozen && socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }

  const welcome = (connection: Connection) => {
    if (open.length > most) {
      send(connection, { ...fixture('disconnect'), reason: 'too_many_websockets' })
      return connection.socket.close()
    }
    if (next.withholdHello > 0) {
      next.withholdHello -= 1
      return
    }
    connection.greeted = true
    send(connection, {
      ...fixture('hello'),
      num_connections: open.length,
      connection_info: { app_id: world.app.id },
    })
  }

  const accept = (socket: WebSocket) => {
    const id = world.id('W')
    const connection = { id, openedAt: world.clock.now(), socket, frozen: false, greeted: false }
    open.push(connection)
    socket.on('message', (data) => {
      const message = fromText(data.toString())
      if (isJson(message)) received(message, connection)
      else world.warnings.push('sent something that is no JSON over a socket')
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      open.splice(open.indexOf(connection), 1)
      closed(connection)
    })
    welcome(connection)
  }

  return {
    open,
    next,
    send,
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', world.origin).searchParams.get('ticket') ?? ''
      const refused = next.refuse.shift()?.status ?? (world.tickets.delete(ticket) ? null : 401)
      if (refused !== null) return void socket.end(`HTTP/1.1 ${refused} Refused\r\nconnection: close\r\n\r\n`)
      server.handleUpgrade(request, socket, head, accept)
    },
    stop() {
      for (const { socket } of open) socket.terminate()
      server.close()
    },
  }
}
