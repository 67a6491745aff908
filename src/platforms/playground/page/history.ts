/** Lines said before, one list for each person, walked with the arrow keys as in a shell. */
import { useEffect, useRef } from 'preact/hooks'
import { recall, remember } from './remember.js'

const kept = 50

const read = (person: string): string[] => {
  try {
    const lines: unknown = JSON.parse(recall(`said.${person}`) ?? '[]')
    return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []
  } catch {
    return []
  }
}

export interface History {
  add(line: string): void
  /** Shows the line that the key leads to; whether the key was for the history. */
  walk(key: string, current: string, show: (line: string) => void): boolean
  /** Something was typed: the next walk starts from the newest line. */
  leave(): void
}

export const useHistory = (person: string): History => {
  /** How many lines back, and what was typed before walking. */
  const at = useRef({ back: 0, draft: '' })
  const leave = () => {
    at.current = { back: 0, draft: '' }
  }
  useEffect(leave, [person])
  const add = (line: string) => {
    const others = read(person).filter((said) => said !== line)
    remember(`said.${person}`, JSON.stringify([...others, line].slice(-kept)))
    leave()
  }
  const walk = (key: string, current: string, show: (line: string) => void) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[key]
    const { back, draft } = at.current
    // Inside a typed line the arrows belong to the caret.
    if (!step || (back === 0 && (current !== '' || step < 0))) return false
    const lines = read(person)
    const next = Math.min(back + step, lines.length)
    at.current = { back: next, draft: back === 0 ? current : draft }
    show(next === 0 ? draft : (lines.at(-next) ?? draft))
    return true
  }
  return { add, walk, leave }
}
