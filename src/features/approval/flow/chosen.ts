/** Which flow signs a document of a campaign: its organisation's own, else the one its template asks for (O5). */
import type { Db } from '../../../kit/store.js'
import type { Campaign } from '../../campaign/index.js'
import { flowFor } from '../document.js'
import { ownSteps } from './flow.repo.js'
import { type Flow, flows } from './flows.js'
import { type OtherSubject, requestFlows } from './requests.js'

export interface Chosen {
  /** Signatures are carried between revisions of one flow only. */
  name: string
  flow: Flow
}

/** Which sections a role answers for stays as the flow of the template has it; roles it does not know answer for all. */
export const chosenFlow = async (db: Db, campaign: Campaign, subject: string): Promise<Chosen> => {
  if (subject in requestFlows) return { name: subject, flow: requestFlows[subject as OtherSubject] }
  const name = flowFor(campaign, subject)
  const own = await ownSteps(db, subject)
  return own ? { name: `own.${name}`, flow: { ...flows[name], steps: own } } : { name, flow: flows[name] }
}
