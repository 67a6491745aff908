/** Keeps below a platform's limits: a turn per call, and silence for as long as the platform has asked for. */
import { setTimeout as pause } from 'node:timers/promises'
import { DeliveryError } from './errors.js'

/** A call every `everyMs`, after a burst of `burst` at once. */
export interface Rate {
  everyMs: number
  burst: number
  /** Kept only after the platform has complained: what is published is the least it allows, and mostly it allows more. */
  lenient?: true
}

/** Longer waits are the outbox's: the card is drawn anew afterwards. */
const longestMs = 2000
/** So long a method that was limited is called with care. */
const carefulMs = 5 * 60_000

export interface Pace {
  /** Makes `call` when its turn has come. @throws DeliveryError when that takes too long */
  run<T>(key: string, rate: Rate, call: () => Promise<T>): Promise<T>
}

/** @param silenceIn how long the platform wants silence, in milliseconds, if that is what an error says */
export const createPace = (
  silenceIn: (error: unknown) => number | null,
  now: () => number = Date.now,
  sleep: (ms: number) => Promise<unknown> = pause,
): Pace => {
  /** When the bucket of a key is full again, and until when the platform wants silence. */
  const full = new Map<string, number>()
  const silent = new Map<string, number>()

  /** Whoever is sent away comes back at a time of their own, not all at once. */
  const booked = new Map<string, number>()

  const isFree = (key: string, { lenient }: Rate): boolean => {
    const complaint = silent.get(key)
    return lenient === true && (complaint === undefined || now() > complaint + carefulMs)
  }
  const waitFor = (key: string, rate: Rate): number => {
    if (isFree(key, rate)) return 0
    const { everyMs, burst } = rate
    const at = Math.max(full.get(key) ?? 0, now())
    const made = Math.max(at - (burst - 1) * everyMs, silent.get(key) ?? 0)
    const turn = made - now()
    if (turn <= longestMs) {
      full.set(key, Math.max(at, made) + everyMs)
      return turn
    }
    const later = Math.max(booked.get(key) ?? 0, now() + turn)
    booked.set(key, later + everyMs)
    return later - now()
  }
  return {
    async run(key, rate, call) {
      const wait = waitFor(key, rate)
      if (wait > longestMs) throw new DeliveryError('waiting for its turn', wait, { unsent: true })
      if (wait > 0) await sleep(wait)
      // The platform may have asked for silence meanwhile.
      const silence = (silent.get(key) ?? 0) - now()
      if (silence > 0) throw new DeliveryError('waiting for its turn', silence, { unsent: true })
      try {
        return await call()
      } catch (error) {
        const asked = silenceIn(error)
        if (asked !== null) silent.set(key, now() + asked)
        throw error
      }
    },
  }
}
