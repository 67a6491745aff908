/** The documents that are submitted: read from the campaign, frozen, checked for missing sections. */
import type { Db } from '../../kit/store.js'
import { type Campaign, planDocument } from '../campaign/index.js'
import { type Preset as FlowName, templateNamed } from '../template/index.js'
import type { Content } from './content.js'
import type { Subject } from './flow/flows.js'

/** Goal and scope: what the goal confirmation letter repeats of the plan (D2). */
const goalSections: readonly string[] = ['name', 'goals', 'audience', 'time']

/** The document as it stands now; sections without content are those that are missing. */
export const documentNow = async (db: Db, campaign: Campaign, subject: string): Promise<Content> => {
  const { sections } = await planDocument(db, campaign.id)
  const parts = subject === 'plan' ? sections : sections.filter(({ item }) => goalSections.includes(item))
  return { sections: parts.map(({ item, content }) => ({ item, content })) }
}

/** Which flow signs it (O5); a goal letter may be submitted also where the template does not ask for one. */
export const flowFor = (campaign: Campaign, subject: string): FlowName => {
  const { approvals } = templateNamed(campaign.template)
  return subject === 'plan' ? approvals.plan : (approvals.goals ?? 'joint-goals')
}

export const asksFor = (campaign: Campaign, subject: Subject): boolean =>
  templateNamed(campaign.template).approvals[subject] !== undefined
