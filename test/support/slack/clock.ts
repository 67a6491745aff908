/** The server's clock: real time, shifted on demand, and timestamps that never repeat. */

export interface Clock {
  /** Milliseconds since 1970 as the server sees them. */
  now(): number
  /** Shifts the server's clock, and with it every expiry and the `Date` header. */
  advance(ms: number): void
  /** A message timestamp like `1712345678.000100`. */
  ts(): string
}

export function createClock(): Clock {
  let shift = 0
  let last = 0
  const now = () => Date.now() + shift
  return {
    now,
    advance(ms) {
      shift += ms
    },
    ts() {
      last = Math.max(last + 1, now() * 1000)
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
    },
  }
}
