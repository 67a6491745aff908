/** The one port of the server: Web API, uploads, answers to interactions, the installation page, sockets. */

import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { answerLater } from './answers.js'
import { fromText, isJson } from './json.js'
import type { SocketModeServer } from './socket-mode.js'
import { answerCall } from './web-api.js'
import { teamOf, type World } from './world.js'

export interface Listening {
  origin: string
  stop(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function listen(world: World, socket: SocketModeServer): Promise<Listening> {
  const server = createServer((request, response) => {
    route(world, request, response).catch((error: unknown) => {
      world.warnings.push(`the server itself failed: ${error instanceof Error ? error.stack : error}`)
      response.destroy()
    })
  })
  server.on('upgrade', socket.upgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(server, socket) }
}

async function stop(server: Server, socket: SocketModeServer): Promise<void> {
  socket.stop()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

async function route(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', world.origin)
  const [, door, one = '', two = ''] = url.pathname.split('/')
  if (request.method === 'GET' && url.pathname === '/oauth/v2/authorize') return install(world, url, response)
  if (request.method === 'GET' && door === 'files-pri') return handOut(world, request, one, response)
  if (request.method === 'GET' && door === 'signin')
    return void response.writeHead(200, page).end('<html>Sign in')
  if (request.method !== 'POST') return void response.writeHead(405).end()
  const body = await read(request)
  if (door === 'api') return answerCall(world, one, request, body.toString(), response)
  if (door === 'upload') return upload(world, request, one, two, body, response)
  if (door !== 'respond') return void response.writeHead(404).end()
  const said = fromText(body.toString())
  const answer = isJson(said) ? answerLater(world, one, said) : { status: 400, body: 'invalid_payload' }
  response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.body)
}

const page = { 'content-type': 'text/html; charset=utf-8' }

/** A file, for whoever has the token; everybody else is sent to sign in. */
async function handOut(
  world: World,
  request: IncomingMessage,
  place: string,
  response: ServerResponse,
): Promise<void> {
  const [team = '', id = ''] = place.split('-')
  const workspace = world.teams.get(team)
  const known = request.headers.authorization === `Bearer ${workspace?.token}`
  world.downloads.push({ file: id, known })
  const fault = world.faults.next('files-pri', team, id)
  if (fault?.kind === 'dropped') return void response.destroy()
  if (fault?.kind === 'limited')
    return void response.writeHead(429, { 'retry-after': String(fault.seconds) }).end()
  if (fault?.kind === 'status') return void response.writeHead(fault.status, page).end('<html>error')
  if (fault?.kind === 'late') await pause(fault.ms)
  const bytes = workspace?.files.get(id)?.bytes
  const mayRead = known && world.options.scopes.includes('files:read') && fault?.kind !== 'refused'
  if (!mayRead) return void response.writeHead(302, { location: `${world.origin}/signin` }).end()
  response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(bytes)
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Whoever looks at the page, `user` or the first one, allows everything, in the workspace `team` or the first one. */
function install(world: World, url: URL, response: ServerResponse): void {
  const asked = url.searchParams
  const redirect = asked.get('redirect_uri')
  const to = redirect ?? world.options.redirectUrl
  if (asked.get('client_id') !== world.options.clientId || !to) return void response.writeHead(400).end()
  const code = randomBytes(12).toString('hex')
  const user = asked.get('user')
  const { id } = teamOf(world, asked.get('team') ?? undefined)
  world.codes.set(code, { team: id, redirect, ...(user && { user }) })
  const back = new URL(to)
  back.searchParams.set('code', code)
  back.searchParams.set('state', asked.get('state') ?? '')
  response.writeHead(302, { location: back.href }).end()
}

/** Takes the bytes of a file, plain or as a form, and no other number of them than was announced. */
async function upload(
  world: World,
  request: IncomingMessage,
  team: string,
  id: string,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const file = world.teams.get(team)?.files.get(id)
  const type = request.headers['content-type'] ?? ''
  const bytes = type.startsWith('multipart/') ? await firstFile(type, body) : body
  if (!file || bytes.length !== file.size) return void response.writeHead(400).end('bad upload')
  file.bytes = bytes
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`)
}

async function firstFile(type: string, body: Buffer): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const file = [...form.values()].find((value) => typeof value !== 'string')
  return file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
}
