/** Suggestions for the line being typed: asked from the server a moment after the last key, chosen by keyboard or mouse. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from './api.js'
import type { Completion } from './wire.js'

export interface Completing {
  options: Completion[]
  /** -1: none, so that Enter sends the line as it is. */
  active: number
  ask(text: string): void
  close(): void
  /** Whether the key was for the list. */
  onKey(key: string, take: (option: Completion) => void): boolean
}

const pause = 120

/** Calls `answer` with suggestions, unless a later question came first. */
const useQuestion = (as: string, channel: string, answer: (options: Completion[]) => void) => {
  const running = useRef<AbortController | null>(null)
  const stop = () => running.current?.abort()
  useEffect(() => stop, [as, channel])
  const ask = (text: string) => {
    stop()
    if (text.trim() === '') return answer([])
    const control = new AbortController()
    running.current = control
    const question = async () => {
      const options = await api.complete(as, channel, text, control.signal).catch(() => [])
      if (!control.signal.aborted) answer(options.filter(({ insert }) => insert !== text))
    }
    const timer = setTimeout(question, pause)
    control.signal.addEventListener('abort', () => clearTimeout(timer))
  }
  return { ask, stop }
}

export const useCompletion = (as: string, channel: string): Completing => {
  const [options, setOptions] = useState<Completion[]>([])
  const [active, setActive] = useState(-1)
  const show = (next: Completion[]) => {
    setOptions(next)
    setActive(-1)
  }
  const { ask, stop } = useQuestion(as, channel, show)
  const close = () => {
    stop()
    show([])
  }
  const onKey = (key: string, take: (option: Completion) => void): boolean => {
    if (options.length === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    // One more place than options: between the last and the first, nothing is chosen.
    const round = options.length + 1
    if (step) setActive(((active + 1 + step + round) % round) - 1)
    else if (key === 'Escape') close()
    else if (key === 'Tab' || (key === 'Enter' && active >= 0)) take(options[Math.max(active, 0)] as Completion)
    else return false
    return true
  }
  return { options, active, ask, close, onKey }
}
