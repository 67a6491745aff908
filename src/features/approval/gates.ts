/** What approvals add to the card of a campaign, and what its stages wait for. */
import type { Reading } from '../../kit/context.js'
import type { Fact, Unmet } from '../../kit/feature.js'
import { cut } from '../../kit/text.js'
import { campaignById, campaignRef } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { approvalRef, isPending } from './approval.js'
import { type Approval, lastApproval, openApprovals } from './approval.repo.js'
import { contentHash } from './content.js'
import { asksFor, documentNow } from './document.js'
import { isSignerRole, type Subject, subjects } from './flow/flows.js'
import type { OtherSubject } from './flow/requests.js'
import { rowsOf } from './request/consensus.js'

/** Open approvals and whom they wait for, on the card of a campaign (F17). */
export const facts = async (store: Reading, campaignId: number): Promise<Fact[]> => [
  ...(await waiting(store, campaignId)),
  ...(await outdated(store, campaignId)),
  ...(await agreement(store, campaignId)),
]

/** A signature holds for what was signed: a document changed since then has to be submitted again (F21). */
const outdated = async ({ db }: Reading, campaignId: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, campaignId)
  const found: Fact[] = []
  for (const subject of campaign ? subjects : []) {
    const last = await lastApproval(db, campaignId, subject)
    if (!campaign || last?.status !== 'approved') continue
    if (contentHash(await documentNow(db, campaign, subject)) === last.contentHash) continue
    const params = { ref: approvalRef(last.id), revision: last.revision }
    const open = { label: 'approval.open', command: 'approval', args: { approval: params.ref } } as const
    found.push({ key: 'approval.unmet.changed', params, tone: 'warn', open })
  }
  return found
}

/** How many goals are agreed to, once somebody has asked (F23). */
const agreement = async ({ db }: Reading, campaignId: number): Promise<Fact[]> => {
  const rows = await rowsOf(db, campaignId)
  if (!rows.some(({ approval }) => approval)) return []
  const of = (wanted: string) => rows.filter(({ state }) => state === wanted).length
  const refused = of('disagreed')
  const open = {
    label: 'approval.consensus.open',
    command: 'consensus',
    args: { campaign: campaignRef(campaignId) },
  } as const
  const params = { agreed: of('agreed'), total: rows.length, refused }
  return [{ key: 'approval.consensus.fact', params, open, ...(refused > 0 && { tone: 'warn' as const }) }]
}

const waiting = async ({ db }: Reading, campaignId: number): Promise<Fact[]> => {
  const open = await openApprovals(db, campaignId)
  const signers = open.flatMap((approval) => approval.steps.filter(isPending).map((step) => step.signerId))
  const people = await peopleByIds(db, signers)
  return open.map((approval) => {
    const waits = approval.steps.filter(isPending).map(({ signerId }) => signerId)
    const names = people.filter(({ id }) => waits.includes(id)).map(({ name }) => name)
    const ref = approvalRef(approval.id)
    return {
      key: `approval.fact.${approval.subject as Subject | OtherSubject}` as const,
      params: {
        ...{ ref, revision: approval.revision, names: names.join(', ') },
        topic: cut(approval.topic, 40),
      },
      open: { label: 'approval.open', command: 'approval', args: { approval: ref } },
    }
  })
}

/** What a stage still waits for: the subject submitted, every signature by name, nothing changed since. */
export const unmetFor = async ({ db }: Reading, campaignId: number, subject: Subject): Promise<Unmet[]> => {
  const campaign = await campaignById(db, campaignId)
  if (!campaign || !asksFor(campaign, subject)) return []
  const last = await lastApproval(db, campaignId, subject)
  if (!last) return [{ key: `approval.unmet.${subject}` }]
  const params = { ref: approvalRef(last.id), revision: last.revision }
  if (last.status === 'rejected') return [{ key: 'approval.unmet.rejected', params }]
  const changed = contentHash(await documentNow(db, campaign, subject)) !== last.contentHash
  if (last.status === 'approved') return changed ? [{ key: 'approval.unmet.changed', params }] : []
  return missing(last)
}

/** Each signature that is missing, by the name of its role (F18). */
const missing = (approval: Approval): Unmet[] =>
  approval.steps
    .filter((step) => step.status !== 'approved')
    .flatMap(({ role }) => (isSignerRole(role) ? [{ key: `approval.missing.${role}` as const }] : []))
