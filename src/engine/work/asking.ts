/** Asks for arguments that are missing or wrong: with a form, or with a button that opens one where none can be shown. */
import { actions, button, card, list, text } from '../../kit/card.js'
import type { Form } from '../../kit/form.js'
import type { Db } from '../../kit/store.js'
import type { House } from '../house.js'
import type { RegisteredCommand } from '../registry.js'
import { formFor } from '../words/form.js'
import { answer } from './answers.js'
import type { Result, Work } from './handle.js'
import { forgetDelivery } from './inbox.js'

/** @param wrong what to say beside the fields, by their names */
export const askAgain = async (
  house: House,
  db: Db,
  work: Work,
  command: RegisteredCommand,
  wrong: Record<string, string>,
): Promise<Result> => {
  const { incoming, situation, call } = work
  const given = call?.args ?? {}
  const form = formFor(house, command, situation.t.language, given, wrong)
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
