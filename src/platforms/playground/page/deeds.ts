/** What a person has done and the server has not confirmed yet: busy, failed or refused, never lost. */
import { useRef, useState } from 'preact/hooks'
import { ApiError, api } from './api.js'
import type { Act, Answer } from './wire.js'

export interface Deed {
  /** Sent again with the same delivery it is the same deed. */
  delivery: string
  /** Who did it: the acting person may change while it is under way. */
  as: string
  act: Act
  state: 'busy' | 'failed' | 'refused'
  /** The server's words, if it said any. */
  why: string
}

export interface Deeds {
  all: Deed[]
  start(as: string, act: Act): void
  retry(deed: Deed): void
  drop(deed: Deed): void
}

/** Not `crypto.randomUUID`: it is missing where the page comes without TLS from another machine. */
const uuid = () => {
  const digit = () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & 15
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
    (place === 'x' ? digit() : (digit() & 3) | 8).toString(16),
  )
}

/** What can be under way only once: one button, one form. Lines are never the same. */
const subject = (act: Act) => {
  if (act.kind === 'press') return `${act.message} ${act.button}`
  return act.kind === 'submit' ? act.form : null
}

const rivals = (act: Act) => (deed: Deed) => {
  const about = subject(act)
  return about !== null && deed.act.kind === act.kind && subject(deed.act) === about
}

const identical = (a: Act, b: Act) => JSON.stringify(a) === JSON.stringify(b)

const others = (all: Deed[], deed: Deed) => all.filter(({ delivery }) => delivery !== deed.delivery)

const troubleOf = (error: unknown): Pick<Deed, 'state' | 'why'> => {
  if (!(error instanceof ApiError)) throw error
  return { state: error.final ? 'refused' : 'failed', why: error.message }
}

/** `onAnswer` hears the answer to each deed once. */
export const useDeeds = (onAnswer: (answer: Answer, deed: Deed) => void): Deeds => {
  const [all, setAll] = useState<Deed[]>([])
  const hear = useRef(onAnswer)
  hear.current = onAnswer
  const drop = (deed: Deed) => setAll((now) => others(now, deed))
  const put = (deed: Deed) => setAll((now) => [...others(now, deed), deed])
  const send = async (deed: Deed) => {
    put({ ...deed, state: 'busy', why: '' })
    const answer = await api.act(deed.as, deed.delivery, deed.act).catch(troubleOf)
    if ('state' in answer) return put({ ...deed, ...answer })
    drop(deed)
    hear.current(answer, deed)
  }
  const start = (as: string, act: Act) => {
    const before = all.find((deed) => deed.as === as && rivals(act)(deed))
    if (before?.state === 'busy') return
    // What failed, done once more by hand, is that deed again; what was refused or has changed is a new one.
    if (before?.state === 'failed' && identical(before.act, act)) return void send(before)
    if (before) drop(before)
    void send({ delivery: uuid(), as, act, state: 'busy', why: '' })
  }
  return { all, start, retry: (deed) => void send(deed), drop }
}
