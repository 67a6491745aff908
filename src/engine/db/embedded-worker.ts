/** The thread the embedded PostgreSQL computes on, so that it never holds up timers and sockets of the bot. */
import { parentPort, workerData } from 'node:worker_threads'
import { openFolder, type Postgres } from './postgres.js'

/** Asked in order, answered in order; the answer is the bytes, or nothing. What fails ends the thread. */
export type Request = { ask: 'send'; bytes: Uint8Array } | { ask: 'hangUp' } | { ask: 'close' }

async function answer(postgres: Postgres, request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (request.ask === 'send') return await postgres.send(request.bytes)
  await (request.ask === 'hangUp' ? postgres.hangUp() : postgres.close())
  return undefined
}

const postgres = await openFolder(workerData as string)
let last = Promise.resolve()
parentPort?.on('message', (request: Request) => {
  last = last.then(async () => {
    const bytes = await answer(postgres, request)
    parentPort?.postMessage(bytes, bytes ? [bytes.buffer] : [])
  })
})
parentPort?.postMessage('ready')
