/** The playground's clock: the server sets it, between its words it runs on here. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

export interface Clock {
  now(): Date
  set(now: string): void
}

export const useClock = (): Clock => {
  const ahead = useRef(0)
  const [, redraw] = useState(0)
  return useMemo(() => {
    const now = () => new Date(Date.now() + ahead.current)
    const set = (told: string) => {
      ahead.current = Date.parse(told) - Date.now()
      redraw((times) => times + 1)
    }
    return { now, set }
  }, [])
}

/** Draws the caller anew each second. */
export const useTick = () => {
  const [, redraw] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => redraw((times) => times + 1), 1000)
    return () => clearInterval(timer)
  }, [])
}
