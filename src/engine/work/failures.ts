/** When a piece of work fails: a refusal in words for what the person can put right, an apology for a fault of ours. */
import { randomUUID } from 'node:crypto'
import type { UserError } from '../../kit/errors.js'
import { plainText } from '../../kit/text.js'
import type { House } from '../house.js'
import { answer, apology, refusal } from './answers.js'
import { askAgain } from './asking.js'
import { record } from './context.js'
import type { Result, Work } from './handle.js'
import { deliveryDone } from './inbox.js'
import { inTransaction } from './transaction.js'

/** The work was rolled back; what is kept is the refusal, and the attempt where the rule wants it recorded. */
export const refuse = async (house: House, work: Work, error: UserError): Promise<Result> => {
  const { incoming, situation, call } = work
  return inTransaction(house.store, async (db) => {
    if (!(await deliveryDone(db, incoming, situation.at))) return { repeated: true, word: 'repeated' }
    if (error.extra.record) await record(db, situation, error.extra.record)
    const again = wrongField(house, work, error)
    if (again) return askAgain(house, db, work, again.command, again.wrong)
    await answer(house, db, work, refusal(situation.t, error, call?.command))
    return { word: 'refused' }
  })
}

/**
 * The form instead of a refusal: for what was typed into a form, so that nothing typed is lost, and for what a line left
 * out. A wrong value in a line is answered with words: the line is still there to be corrected.
 */
const wrongField = (house: House, { incoming, situation, call }: Work, error: UserError) => {
  const command = call && house.registry.commands.get(call.command)
  const { field } = error.extra
  if (!command || !field) return null
  const fromForm = incoming.deed.kind === 'action' && incoming.deed.form === true
  if (!fromForm && !error.extra.missing) return null
  return { command, wrong: { [field]: plainText(situation.t(error.key, error.params)) } }
}

export const apologise = async (house: House, work: Work, error: unknown): Promise<Result> => {
  const reference = randomUUID().slice(0, 8)
  house.log.error({ err: error, reference, command: work.call?.command }, 'a piece of work failed')
  return inTransaction(house.store, async (db) => {
    if (await deliveryDone(db, work.incoming, work.situation.at)) {
      await answer(house, db, work, apology(work.situation.t, reference))
    }
    return { word: 'fault' }
  })
}
