/** The one port of the server: both APIs, the gateway, files handed out, and the sockets. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerCall } from './api.js'
import type { GatewayServer } from './gateway/index.js'
import type { World } from './world.js'

export interface Listening {
  origin: string
  stop(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function listen(world: World, gateway: GatewayServer): Promise<Listening> {
  const server = createServer((request, response) => {
    route(world, request, response).catch((error: unknown) => {
      world.violations.push(`the server itself failed: ${error instanceof Error ? error.stack : error}`)
      response.destroy()
    })
  })
  server.on('upgrade', gateway.upgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      gateway.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function route(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', world.origin)
  const [, door, id = ''] = url.pathname.split('/')
  if (request.method === 'GET' && door === 'download') {
    if ('x-acs-dingtalk-access-token' in request.headers) world.violations.push('a download with our token')
    const fault = world.faults.next('GET', '/download')
    if (fault?.kind === 'dropped') return void response.destroy()
    if (fault?.kind === 'page') return void response.writeHead(fault.status).end('<html>error</html>')
    const file = world.media.get(decodeURIComponent(id))
    response.writeHead(file ? 200 : 404).end(file?.bytes)
    return
  }
  const body = await read(request)
  if (body) await answerCall(world, url, body, request, response)
}

/** @returns null where the caller has gone before all was said. */
async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk)
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}
