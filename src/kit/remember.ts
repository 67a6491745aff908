/** Answers that are asked for once and kept: for good, or for a while. */

/** Asks once and keeps the answer; a failure is forgotten, and whoever asks next asks anew. */
export const onceDone = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= ask().catch((error) => {
      asked = null
      throw error
    })
    return asked
  }
}

export interface Memory<T> {
  /** The answer about `id`: the kept one, or a new one that is kept; failures are not. */
  recall(id: string, ask: () => Promise<T>): Promise<T>
  has(id: string): boolean
  forget(id: string): void
}

/** @param keptMs how long an answer is good for */
export const createMemory = <T>(keptMs: number): Memory<T> => {
  const kept = new Map<string, { answer: Promise<T>; until: number }>()
  return {
    recall(id, ask) {
      const found = kept.get(id)
      if (found && found.until > Date.now()) return found.answer
      const one = { answer: ask(), until: Date.now() + keptMs }
      kept.set(id, one)
      one.answer.catch(() => {
        if (kept.get(id) === one) kept.delete(id)
      })
      return one.answer
    },
    has: (id) => kept.has(id),
    forget: (id) => void kept.delete(id),
  }
}
