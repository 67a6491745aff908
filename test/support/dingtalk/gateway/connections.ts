/** The open Stream connections: tickets taken once, and what may be wrong with each socket. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Json } from '../../slack/json.js'
import type { Ticket, World } from '../world.js'

export interface Connection {
  id: string
  /** Milliseconds since 1970. */
  openedAt: number
  socket: WebSocket
  topics: Set<string>
  /** Half-open: nothing is read or answered any more, not even a ping. */
  frozen: boolean
  /** It was told to go: nothing more is sent here. */
  leaving: boolean
}

export interface Connections {
  open: Connection[]
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  send(connection: Connection, frame: Json): void
  stop(): void
}

export interface Listener {
  opened(connection: Connection): void
  received(data: RawData, from: Connection): void
}

export function createConnections(world: World, listener: Listener): Connections {
  const server = new WebSocketServer({ noServer: true })
  const open: Connection[] = []
  const handshakes = new Set<Duplex>()

  const accept = (socket: WebSocket, { topics }: Ticket) => {
    const id = randomUUID()
    const connection = { id, openedAt: Date.now(), socket, topics, frozen: false, leaving: false }
    open.push(connection)
    socket.on('message', (data) => listener.received(data, connection))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => void open.splice(open.indexOf(connection), 1))
    listener.opened(connection)
  }

  return {
    open,
    send({ socket, frozen }, frame) {
      if (!frozen && socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
    },
    upgrade(request, socket, head) {
      const fault = world.faults.next('UPGRADE', '/connect')
      if (fault?.kind === 'hang') return void handshakes.add(socket)
      if (fault?.kind === 'dropped') return void socket.destroy()
      const ticket = fault?.kind === 'refused' ? null : redeem(world, request.url ?? '')
      if (ticket) return server.handleUpgrade(request, socket, head, (one) => accept(one, ticket))
      const status = fault?.kind === 'refused' ? fault.status : 401
      socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\n\r\n`)
    },
    stop() {
      for (const socket of handshakes) socket.destroy()
      for (const { socket } of open) socket.terminate()
      server.close()
    },
  }
}

/** @returns the ticket in the address if it is good; it is used up by that. */
function redeem(world: World, address: string): Ticket | null {
  const note = (what: string) => {
    world.violations.push(`UPGRADE /connect: ${what}`)
    return null
  }
  const sent = address.slice(address.indexOf('?ticket=') + '?ticket='.length)
  const unescaped = [...world.tickets.keys()].find((ticket) => sent === ticket || sent === encodeURI(ticket))
  if (unescaped) return note('the ticket was not URL encoded')
  const found = world.tickets.get(new URL(address, world.origin).searchParams.get('ticket') ?? '')
  if (!found) return note('a ticket that never was')
  if (found.used) return note('a ticket was used twice')
  if (Date.now() - found.at > world.options.ticketLifeMs) return note('a ticket was used after its end')
  found.used = true
  return found
}
