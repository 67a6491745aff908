/** Answers to the acting person: private where others listen, in their language, never a stack trace. */
import { isDeepStrictEqual } from 'node:util'
import { laneOf } from '../../kit/address.js'
import { actions, button, type Card, card, text } from '../../kit/card.js'
import type { Answer } from '../../kit/context.js'
import type { UserError } from '../../kit/errors.js'
import { type AnswerWord, answerWord, refusalWord } from '../../kit/event.js'
import { mostFiles } from '../../kit/sent-file.js'
import type { Db } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { ViewRef } from '../../kit/view.js'
import type { House } from '../house.js'
import type { Parsed } from '../words/grammar.js'
import { languageOf } from './actor.js'
import { originOf } from './context.js'
import type { Work } from './handle.js'
import { post } from './tell.js'

/** Puts the answer into the outbox. A view answered again takes the place of its last answer and stays alive. */
export const answer = async (
  house: House,
  db: Db,
  work: Work,
  value: Answer,
  because: AnswerWord = answerWord,
): Promise<void> => {
  if (value === null) return
  const { incoming, situation } = work
  const { actor } = situation
  const language = languageOf(actor, house.defaults.language)
  const viewer = {
    person: actor?.id ?? null,
    language,
    zone: actor?.zone ?? house.defaults.zone,
    organisation: situation.organisation,
  }
  const direct = incoming.place.channel === undefined
  const alive = 'view' in value
  const letter = {
    show: value,
    mode: 'post' as const,
    place: alive ? `answer:${value.view}:${JSON.stringify(value.args)}` : null,
    subjects: alive ? (value.subjects ?? []) : [],
    thread: null,
    because,
    ...(direct ? {} : { only: incoming.account }),
  }
  const destination = { to: incoming.place, viewer, campaign: null }
  if (alive && !direct && because === answerWord && (await isTold(db, work, value))) return
  await post(db, destination, letter, originOf(house, situation))
}

/** More files came with the line than are looked at. */
export const sayOmitted = async (house: House, db: Db, work: Work): Promise<void> => {
  const { deed } = work.incoming
  if (deed.kind !== 'line' || !deed.omitted) return
  const words = work.situation.t('engine.file.more', { count: deed.omitted, max: mostFiles })
  await answer(house, db, work, card('', [text(words)], 'warn'), refusalWord)
}

/** The same has just been told to everybody there: once is enough. */
const isTold = async (db: Db, { incoming, situation }: Work, { view, args }: ViewRef): Promise<boolean> => {
  const told = { lane: laneOf(incoming.place), cause: situation.cause, mode: { in: ['post', 'replace'] } }
  const rows = await db.outboxMessage.findMany({ where: told, select: { view: true } })
  return rows.some((row) => isDeepStrictEqual(row.view, { view, args }))
}

/** The refusal in words, with its ways out as buttons. */
export const refusal = (t: Translate, error: UserError, command?: string): Card => {
  const buttons = [...(error.extra.buttons ?? [])]
  if (command) buttons.push(button(t('engine.help'), 'help', { command }))
  return card('', [text(t(error.key, error.params)), buttons.length > 0 ? actions(...buttons) : null], 'warn')
}

/** Nothing is executed on a guess: what may have been meant is offered to press. */
export const suggestion = (t: Translate, parsed: Extract<Parsed, { kind: 'unknown' }>): Card =>
  card(
    '',
    [
      text(t('engine.error.unknown', { typed: cut(parsed.typed, 60) })),
      text(t(parsed.meant.length > 0 ? 'engine.didYouMean' : 'engine.tryHelp')),
      actions(
        ...parsed.meant.map(({ line, command, args }) => button(cut(line, 70), command, args)),
        button(t('engine.help'), 'help'),
      ),
    ],
    'warn',
  )

export const apology = (t: Translate, reference: string): Card =>
  card('', [text(t('engine.error.fault', { reference }))], 'bad')
