/** Trouble on demand: what goes wrong with the next calls of an address or the next frames of a topic. */
import type { Json } from '../slack/json.js'

export type Fault =
  /** An answer of the API instead of what was asked for. */
  | { kind: 'refused'; status: number; answer: Json }
  /** A page in HTML, as a proxy or a ban shows it. */
  | { kind: 'page'; status: number }
  /** The connection breaks, or the frame vanishes, before anything has happened. */
  | { kind: 'dropped' }
  /** It happens, but its answer or acknowledgement does not arrive. */
  | { kind: 'lost' }
  | { kind: 'late'; ms: number }
  /** Never answered, the connection stays; a frame vanishes. */
  | { kind: 'hang' }
  /** Cards: HTTP 200, but not delivered at its place. */
  | { kind: 'deliverFailed'; message?: string }
  /** Messages to people: HTTP 200, but held back for all of them. */
  | { kind: 'flowControlled' }
  /** Frames: the socket is destroyed as soon as the frame is out. */
  | { kind: 'cut' }

export interface FaultOptions {
  /** How many it hits: one, unless `every` or `share` is given. */
  times?: number
  /** Hits the nth, the 2nth… of what fits. */
  every?: number
  /** Hits this share of what fits, from 0 to 1, by the seeded generator. */
  share?: number
}

interface Standing extends FaultOptions {
  what: string
  fault: Fault
  left: number
  seen: number
}

export interface Faults {
  /**
   * @param what `POST /v1.0/…`, a path alone, `UPGRADE /connect` or `FRAME <topic>`; a `*` at the end stands for any rest
   * @returns ends it
   */
  add(what: string, fault: Fault, options?: FaultOptions): () => void
  clear(): void
  /** What goes wrong with this one, if anything. */
  next(method: string, path: string): Fault | null
}

export function createFaults(random: () => number): Faults {
  let standing: Standing[] = []

  const hits = (one: Standing): boolean => {
    one.seen += 1
    if (one.every !== undefined && one.seen % one.every !== 0) return false
    return one.share === undefined || random() < one.share
  }

  return {
    add(what, fault, options = {}) {
      const lasting = options.every !== undefined || options.share !== undefined
      const left = options.times ?? (lasting ? Number.POSITIVE_INFINITY : 1)
      const one = { ...options, what, fault, left, seen: 0 }
      standing.push(one)
      return () => {
        standing = standing.filter((other) => other !== one)
      }
    },
    clear() {
      standing = []
    },
    next(method, path) {
      const found = standing.find((one) => fits(one.what, method, path) && hits(one))
      if (!found) return null
      found.left -= 1
      standing = standing.filter(({ left }) => left > 0)
      return found.fault
    },
  }
}

function fits(what: string, method: string, path: string): boolean {
  const full = `${method} ${path}`
  if (what.endsWith('*')) return [full, path].some((text) => text.startsWith(what.slice(0, -1)))
  return what === full || (what === path && method !== 'FRAME')
}
