/** Asks for arguments that are missing or wrong: with a form, with a button that opens one, or in words where there are none. */
import { actions, type Button, button, card, list, text } from '../../kit/card.js'
import type { Form } from '../../kit/form.js'
import type { Incoming } from '../../kit/platform.js'
import type { Db } from '../../kit/store.js'
import { plainText } from '../../kit/text.js'
import type { Key } from '../../kit/translate.js'
import type { House } from '../house.js'
import type { RegisteredCommand } from '../registry.js'
import { formFor } from '../words/form.js'
import { argWord } from '../words/line.js'
import { fieldToAsk, questionCard, readyCard } from '../words/question.js'
import { answer } from './answers.js'
import type { Result, Work } from './handle.js'
import { forgetDelivery } from './inbox.js'
import { asksInWords, keepQuestion } from './questions.js'

/** What a form says beside its fields; one that has just been opened does not complain of what is still empty. */
export const worded = ({ situation, incoming }: Work, wrong: Record<string, Key>): Record<string, string> => {
  const sent = incoming.deed.kind === 'action' && incoming.deed.form === true
  const told = Object.entries(wrong).filter(([, key]) => sent || key !== 'engine.error.missing')
  return Object.fromEntries(told.map(([name, key]) => [name, plainText(situation.t(key))]))
}

/** @param wrong what to say beside the fields, by their names; `ways` are buttons that came with it */
export const askAgain = async (
  house: House,
  db: Db,
  work: Work,
  command: RegisteredCommand,
  wrong: Record<string, string>,
  ways: readonly Button[] = [],
): Promise<Result> => {
  const { incoming, situation, call } = work
  const given = call?.args ?? {}
  const form = formFor(house, command, situation.t.language, given, wrong)
  if (asksInWords(house, incoming)) return ask(house, db, work, command, form, ways)
  if (incoming.deed.kind === 'action' && incoming.deed.form) await forgetDelivery(db, incoming)
  if (!incoming.formless) return { form, word: 'form' }
  await answer(house, db, work, invitation(work, form, given))
  return { word: 'form' }
}

const invitation = ({ situation: { t } }: Work, form: Form, given: Record<string, string>) => {
  const asked = form.fields.filter((field) => field.error || (field.required && field.value === ''))
  const lines = asked.map(({ label, hint, error }) => ({
    text: [{ bold: label }, ...(error || hint ? [` · ${error || hint}`] : [])],
  }))
  return card(form.title, [
    text(t('engine.asks')),
    lines.length > 0 ? list(lines) : null,
    actions(button(t('engine.fillIn'), form.command, given, 'primary')),
  ])
}

/** Whoever pressed is asked alone, as in a form; who said it, where they said it. */
const answerable = (incoming: Incoming): Incoming => {
  const { deed, platform, account } = incoming
  return deed.kind === 'line' ? incoming : { ...incoming, place: { platform, account } }
}

/** One thing after the other: the first that is missing or wrong, without what was wrong. */
const ask = async (
  house: House,
  db: Db,
  work: Work,
  of: RegisteredCommand,
  form: Form,
  ways: readonly Button[],
): Promise<Result> => {
  const { situation, call } = work
  const incoming = answerable(work.incoming)
  const { t } = situation
  const field = fieldToAsk(form)
  const given = Object.fromEntries(
    Object.entries(call?.args ?? {}).filter(([name, value]) => name !== field?.name && value.trim() !== ''),
  )
  const free = form.fields.filter(
    ({ name, required }) => !required && !(name in given) && name !== field?.name,
  )
  const question = {
    ...{ form, given, ways },
    example: house.catalogue.command(t.language, of.feature, form.command)?.example ?? form.submit,
    optional: free.map(({ name }) => argWord(house, of, t.language, name)),
    inChannel: incoming.place.channel !== undefined,
  }
  if (field) {
    const kept = { command: form.command, args: given, field: field.name, askedAt: situation.at }
    await keepQuestion(db, incoming, kept)
  }
  const asking = field ? questionCard(t, { ...question, field }) : readyCard(t, question)
  await answer(house, db, { ...work, incoming }, asking)
  return { word: 'question' }
}
