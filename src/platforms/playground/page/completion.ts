/** Suggestions for the line being typed: asked for shortly after each key, chosen by keyboard or mouse. */
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
const none = { options: [], active: -1 }

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

/** The option that a step leads to; between the last and the first there is a place where none is chosen. */
const stepped = (active: number, step: number, count: number) => {
  const round = count + 1
  return ((active + 1 + step + round) % round) - 1
}

export const useCompletion = (as: string, channel: string): Completing => {
  const [{ options, active }, setState] = useState<Pick<Completing, 'options' | 'active'>>(none)
  const show = (found: Completion[]) => setState({ options: found, active: -1 })
  const { ask, stop } = useQuestion(as, channel, show)
  useEffect(() => setState(none), [as, channel])
  const close = () => {
    stop()
    setState(none)
  }
  const onKey = (key: string, take: (option: Completion) => void): boolean => {
    const chosen = options[key === 'Tab' ? Math.max(active, 0) : active]
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (options.length === 0) return false
    if (step) setState({ options, active: stepped(active, step, options.length) })
    else if (key === 'Escape') close()
    else if ((key === 'Tab' || key === 'Enter') && chosen) take(chosen)
    else return false
    return true
  }
  return { options, active, ask, close, onKey }
}
