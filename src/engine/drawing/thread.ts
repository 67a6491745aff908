/** The bot's end of the thread in worker.ts. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Chart } from '../../kit/card.js'
import type { Document } from '../../kit/document.js'
import type { Sketch } from '../../kit/sketch.js'
import type { Language } from '../../kit/translate.js'

export type Request = { chart: Chart; language: Language } | { sketch: Sketch } | { document: Document }

export interface Thread {
  /** @throws when it takes longer than `patience` milliseconds or the thread ends: it is of no use then */
  draw(request: Request, patience: number): Promise<Buffer>
  end(): Promise<void>
}

// Node 20 runs no TypeScript: from the sources (vitest), the compiled twin is taken.
const built = import.meta.url.endsWith('.ts') ? '../../../dist/engine/drawing/worker.js' : './worker.js'
export const realProgram = new URL(built, import.meta.url)

export const startThread = (program: URL, onEnd: () => void): Thread => {
  const worker = new Worker(program, {
    name: 'drumbeat-drawing',
    // Not with this process's own flags and secrets; and with no fonts but ours.
    execArgv: [],
    env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  // One that dies between two pictures must not take the bot along.
  worker.on('error', () => {})
  worker.on('exit', onEnd)
  worker.unref()
  return {
    async draw(request, patience) {
      worker.ref()
      worker.postMessage(request)
      return await answerOf(worker, patience).finally(() => worker.unref())
    },
    async end() {
      await worker.terminate()
    },
  }
}

/** An error in the thread comes before its end, so that it is the one told. */
const answerOf = async (worker: Worker, patience: number): Promise<Buffer> => {
  const over = new AbortController()
  const { signal } = over
  const late = pause(patience, null, { signal }).then(() => {
    throw new Error(`The picture took longer than ${patience} ms`)
  })
  const gone = once(worker, 'exit', { signal }).then(([code]) => {
    throw new Error(`The thread that draws has ended (code ${code})`)
  })
  try {
    const [bytes] = (await Promise.race([once(worker, 'message', { signal }), gone, late])) as [Uint8Array]
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } finally {
    over.abort()
  }
}
