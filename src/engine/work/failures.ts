/** When a piece of work fails: a refusal in words for what the person can put right, an apology for a fault of ours. */
import { randomUUID } from 'node:crypto'
import type { UserError } from '../../kit/errors.js'
import { refusalWord } from '../../kit/event.js'
import { plainText } from '../../kit/text.js'
import type { House } from '../house.js'
import { replacedBy } from '../words/form.js'
import { answer, apology, refusal, sayOmitted } from './answers.js'
import { askAgain } from './asking.js'
import { record } from './context.js'
import type { Result, Work } from './handle.js'
import { deliveryDone } from './inbox.js'
import { asksInWords, endQuestion } from './questions.js'
import { inTransaction } from './transaction.js'

/** The work was rolled back; what is kept is the refusal, and the attempt where the rule wants it recorded. */
export const refuse = async (house: House, work: Work, error: UserError): Promise<Result> => {
  const { incoming, situation, call } = work
  return inTransaction(house.store, async (db) => {
    if (!(await deliveryDone(db, incoming, situation.at))) return { repeated: true, word: 'repeated' }
    await endQuestion(db, work.asked)
    if (error.extra.record) await record(db, situation, error.extra.record)
    const again = wrongField(house, work, error)
    if (again) return askAgain(house, db, work, again.command, again.wrong, error.extra.buttons)
    await answer(house, db, work, refusal(situation.t, error, call?.command), refusalWord)
    await sayOmitted(house, db, work)
    return { word: 'refused' }
  })
}

/**
 * The form instead of a refusal: for what was typed into a form, so that nothing typed is lost, and for what a line left
 * out. A wrong value in a line is answered with words: the line is still there to be corrected. Where there are no forms,
 * the question is asked again.
 */
const wrongField = (house: House, work: Work, error: UserError) => {
  const { incoming, situation, call } = work
  const command = call && house.registry.commands.get(call.command)
  const { field, missing } = error.extra
  if (!command || !field || !house.phrases.argsOf(call.command).order.includes(field)) return null
  // A file cannot be put right by typing it.
  if (replacedBy(command.command, call.args) === field) return null
  const fromForm = incoming.deed.kind === 'action' && incoming.deed.form === true
  if (!fromForm && !missing && !(asksInWords(house, incoming) && canBeAsked(work, error))) return null
  return { command, wrong: { [field]: plainText(situation.t(error.key, error.params)) } }
}

/** Part of a question already, a wrong value in a line, or one of several to choose from; never what a card's button said. */
const canBeAsked = ({ incoming, asked, call }: Work, { extra }: UserError): boolean => {
  const { field = '', buttons = [] } = extra
  // In a group a wrong value is nobody else's business.
  const isAlone = incoming.place.channel === undefined
  if (incoming.deed.kind !== 'line') return asked !== null
  return (
    asked?.by === 'answer' ||
    (isAlone && field in (call?.args ?? {})) ||
    buttons.some(({ args }) => field in args)
  )
}

/** Nobody spoke to the bot: nobody hears of it. */
export const hushed = async (
  house: House,
  { incoming, situation }: Work,
  error: unknown,
): Promise<Result> => {
  house.log.error({ err: error }, 'a line that was overheard failed')
  await inTransaction(house.store, (db) => deliveryDone(db, incoming, situation.at))
  return { word: 'fault' }
}

export const apologise = async (house: House, work: Work, error: unknown): Promise<Result> => {
  const reference = randomUUID().slice(0, 8)
  house.log.error({ err: error, reference, command: work.call?.command }, 'a piece of work failed')
  return inTransaction(house.store, async (db) => {
    if (await deliveryDone(db, work.incoming, work.situation.at)) {
      await endQuestion(db, work.asked)
      await answer(house, db, work, apology(work.situation.t, reference), refusalWord)
    }
    return { word: 'fault' }
  })
}
