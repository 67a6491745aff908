/** The bot's end of the thread in embedded-worker.ts. */
import { Worker } from 'node:worker_threads'
import type { Backend } from './backend.js'
import { compiled } from './compiled.js'
import type { Request } from './embedded-worker.js'

interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

/**
 * Starts the thread that serves the database in a folder.
 * @param onCrash told once when the thread ends without having been asked to
 */
export async function serveDatabase(folder: string, onCrash: (error: Error) => void): Promise<Backend> {
  // Not with this process's own flags: some, as --input-type, would break it.
  const options = { workerData: folder, name: 'drumbeat-store', execArgv: [] }
  const thread = new Thread(new Worker(compiled('embedded-worker'), options))
  await thread.ready
  thread.onCrash = onCrash
  return thread
}

class Thread implements Backend {
  readonly ready: Promise<unknown>
  onCrash: (error: Error) => void = () => {}
  private readonly waiting: Waiting[] = []
  private crash: Error | undefined
  private closing: Promise<void> | undefined

  constructor(private readonly worker: Worker) {
    this.ready = this.expect()
    worker.on('message', (bytes: Uint8Array) => this.waiting.shift()?.resolve(bytes))
    worker.on('error', (error: Error) => this.fail(error))
    worker.on('exit', (code) => this.fail(ended(code)))
  }

  send(bytes: Uint8Array): Promise<Uint8Array> {
    return this.ask({ ask: 'send', bytes }, bytes.buffer as ArrayBuffer)
  }

  async hangUp(): Promise<void> {
    await this.ask({ ask: 'hangUp' })
  }

  close(): Promise<void> {
    this.closing ??= this.crash ? Promise.resolve() : this.ask({ ask: 'close' }).then(() => this.end())
    return this.closing
  }

  private ask(request: Request, ...moved: ArrayBuffer[]): Promise<Uint8Array> {
    if (this.crash) return Promise.reject(this.crash)
    this.worker.postMessage(request, moved)
    return this.expect()
  }

  private expect(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }))
  }

  private async end(): Promise<void> {
    await this.worker.terminate()
  }

  private fail(error: Error): void {
    if (this.crash) return
    this.crash = error
    for (const { reject } of this.waiting.splice(0)) reject(error)
    if (!this.closing) this.onCrash(error)
  }
}

const ended = (code: number) => new Error(`The thread of the embedded PostgreSQL has ended (code ${code})`)
