/** Reads what the signed sheet of an approval says, and writes it as a document to be printed. */
import { isPrintForm } from '../../kit/document.js'
import type { MakeFile } from '../../kit/file.js'
import { peopleByIds } from '../people/index.js'
import { approvalById, approvalsOf } from './approval.repo.js'
import { stateOf } from './approval.views.js'
import { sheetOf } from './sheet.js'
import { actsOn } from './sheet.repo.js'

/** More than anybody reads on paper; the log has them all. */
const mostActs = 500

export const makeSheet: MakeFile = async ({ db }, { approval: id = '', as = '', zone = 'UTC' }, t) => {
  const approval = await approvalById(db, Number(id))
  const state = await stateOf(db, approval)
  if (!approval || !state || !isPrintForm(as)) return null
  const revisions = await approvalsOf(db, approval.campaignId, approval.subject, approval.topic)
  const { acts, total } = await actsOn(db, approval.id, mostActs)
  const others = [
    ...acts.map(({ actorId }) => actorId),
    ...approval.steps.map(({ givenById }) => givenById),
    ...revisions.map(({ submittedById }) => submittedById),
  ].filter((one) => one !== null)
  const people = await peopleByIds(db, others)
  const names = { ...state.names, ...Object.fromEntries(people.map(({ id: one, name }) => [one, name])) }
  const { campaign } = state
  return {
    document: sheetOf(t, { approval, campaign, names, revisions, acts, more: total - acts.length, zone }),
    as,
  }
}
