/** Tells the open pages what happened, and lets a request collect what came of it. */
import { EventEmitter } from 'node:events'
import type { Message } from './page/wire.js'

interface News {
  message: Message
  clock: { now: string }
  people: Record<string, never>
}
export type NewsKind = keyof News

export interface Hub {
  tell<K extends NewsKind>(kind: K, news: News[K]): void
  /** @returns a function that stops listening. */
  listen(hear: (kind: NewsKind, news: News[NewsKind]) => void): () => void
}

export const createHub = (): Hub => {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    tell: (kind, news) => void emitter.emit('news', kind, news),
    listen(hear) {
      emitter.on('news', hear)
      return () => emitter.off('news', hear)
    },
  }
}

/** Messages that appear while `work` runs and that `person` may see, each in its last state. */
export const collect = async <T>(hub: Hub, person: string | null, work: () => Promise<T>) => {
  const seen = new Map<string, Message>()
  const stop = hub.listen((kind, news) => {
    const message = news as Message
    const visible =
      kind === 'message' && (message.visibleTo === null || message.visibleTo.includes(person ?? ''))
    if (visible) seen.set(message.id, message)
  })
  try {
    const result = await work()
    return { result, messages: [...seen.values()] }
  } finally {
    stop()
  }
}
