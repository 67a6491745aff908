/** `transfer` (转交) and `add-signer` (加签): a step is passed on, or somebody else is asked before or after it (D7). */
import { z } from 'zod'
import { choice, long, ref, seen, someone } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { findPerson, type Person, takesPart } from '../../people/index.js'
import type { Approval } from '../approval.repo.js'
import { fullView } from '../approval.views.js'
import { acting } from '../find.js'
import { changed, type Held, hold, ownSteps, recordLife } from '../life/claim.js'
import { addStep, makeRoom, openPosition, passSteps } from '../step.repo.js'

/** @throws UserError for who only reads, who submitted it, and who is asked in this position already */
const newSigner = async (
  ctx: Context,
  { approval }: Held,
  named: string,
  position: number | null,
): Promise<Person> => {
  const person = await findPerson(ctx, named, 'to')
  if (!takesPart(person)) throw new UserError('approval.error.reads', { name: person.name }, { field: 'to' })
  if (person.id === approval.submittedById)
    throw new UserError('approval.error.toSubmitter', { name: person.name }, { field: 'to' })
  const there = approval.steps.some((step) => step.position === position && step.signerId === person.id)
  if (there || person.id === acting(ctx).id)
    throw new UserError('approval.error.already', { name: person.name }, { field: 'to' })
  return person
}

export const transfer = defineCommand({
  name: 'transfer',
  args: z.object({ approval: ref(), to: someone(), reason: long().optional(), seen: seen() }),
  may: 'decide',
  async run(ctx, { approval: named, to, reason }) {
    const held = await hold(ctx, named)
    const mine = await ownSteps(ctx, held, 'transfer')
    const person = await newSigner(ctx, held, to, mine[0]?.position ?? null)
    await passSteps(ctx.db, mine, person.id, ctx.at)
    const roles = mine.map(({ role }) => role)
    const after = { roles, from: mine[0]?.signerId, to: person.id, ...(reason && { reason }) }
    await recordLife(ctx, held.approval, 'transfer', after)
    return fullView(ctx, await changed(ctx, held.approval))
  },
})

export const addSigner = defineCommand({
  name: 'add-signer',
  args: z.object({
    approval: ref(),
    to: someone(),
    when: choice(['before', 'after']).default('before'),
    seen: seen(),
  }),
  may: 'decide',
  async run(ctx, { approval: named, to, when }) {
    const held = await hold(ctx, named)
    const { approval } = held
    const [mine] = await ownSteps(ctx, held, 'add-signer')
    const position = (mine?.position ?? 1) + (when === 'before' ? 0 : 1)
    const person = await newSigner(ctx, held, to, null)
    await insert(ctx, approval, position, person)
    if (when === 'before') await openPosition(ctx.db, approval.id, position, ctx.at)
    await recordLife(ctx, approval, 'addSigner', { person: person.id, when, role: mine?.role })
    return fullView(ctx, await changed(ctx, approval))
  },
})

const insert = async (ctx: Context, approval: Approval, position: number, person: Person): Promise<void> => {
  await makeRoom(ctx.db, approval.id, position)
  await addStep(ctx.db, {
    ...{ approvalId: approval.id, position, kind: 'sign', role: 'added', signerId: person.id },
    ...{ status: 'waiting', needed: null, veto: false, askedAt: null, decidedById: null, decidedAt: null },
    ...{ comment: null, carried: false, givenById: acting(ctx).id, asks: null, value: null },
  })
}
