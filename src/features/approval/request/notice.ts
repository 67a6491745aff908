/** A plan that takes effect is sent to every department that carries it out, and each confirms its receipt (R78, F34). */
import type { Context } from '../../../kit/context.js'
import type { Campaign } from '../../campaign/index.js'
import { type Person, peopleByIds, takesPart } from '../../people/index.js'
import { tasksOf } from '../../task/index.js'
import { type Approval, lastApproval, lockApproval } from '../approval.repo.js'
import { departmentRole, type FlowStep } from '../flow/flows.js'
import { endAs } from '../life/end.js'
import { submitTyped } from '../submit.js'
import { ask } from '../submitted.js'

/** Who answers for each department: of its people with tasks here, whoever has most. */
const departments = async (ctx: Context, campaign: Campaign): Promise<Record<string, string>> => {
  const tasks = (await tasksOf(ctx.db, campaign.id)).filter(({ status }) => status !== 'cancelled')
  const owners = tasks.map(({ ownerId }) => ownerId)
  const share = ({ id }: Person) => owners.filter((owner) => owner === id).length
  const people = (await peopleByIds(ctx.db, owners)).filter((one) => one.active && takesPart(one))
  const found: Record<string, string> = {}
  for (const person of people.toSorted((a, b) => share(b) - share(a)))
    if (person.department) found[departmentRole(person.department.name)] ??= person.id
  return found
}

/** Asks each department for a receipt of `plan`; where no department has a task, nobody is asked. */
export const sendNotice = async (ctx: Context, campaign: Campaign, plan: Approval): Promise<void> => {
  const named = await departments(ctx, campaign)
  const roles = Object.keys(named) as ReturnType<typeof departmentRole>[]
  await closeNotice(ctx, campaign)
  if (roles.length === 0) return
  const asked: FlowStep[] = [{ kind: 'receipt', roles }]
  const sections = [
    { item: 'plan', content: `v${plan.revision}` },
    { item: 'launch', content: campaign.launchOn },
    { item: 'end', content: campaign.endOn },
  ]
  const submission = { campaign, subject: 'notice', topic: '', submitter: plan.submittedById, named, asked }
  await ask(ctx, await submitTyped(ctx, { ...submission, content: { sections } }))
}

/** Receipts of a plan that is replaced are waited for no more. */
const closeNotice = async (ctx: Context, campaign: Campaign): Promise<void> => {
  const last = await lastApproval(ctx.db, campaign.id, 'notice')
  if (last?.status !== 'pending') return
  await lockApproval(ctx.db, last.id)
  const now = await lastApproval(ctx.db, campaign.id, 'notice')
  if (now?.status === 'pending') await endAs(ctx, now, 'superseded')
}
