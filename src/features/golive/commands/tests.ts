/** `tests` and `test-owner`: the seven items of the full-flow test, and who tests which (R16). */
import { z } from 'zod'
import { ref, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { findCampaign, mustLead } from '../../campaign/index.js'
import { findPerson, takesPart } from '../../people/index.js'
import { changeTest, findTest } from '../find.js'
import { testsView } from '../golive.views.js'

export const tests = defineCommand({
  name: 'tests',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign }) {
    return testsView((await findCampaign(ctx, campaign, { command: 'tests', args: {} })).id)
  },
})

export const testOwner = defineCommand({
  name: 'test-owner',
  args: z.object({ test: ref(), owner: someone(), campaign: word().optional() }),
  may: 'work',
  async run(ctx, { test, owner, campaign }) {
    const meant = await findTest(ctx, test, campaign, { command: 'test-owner', args: { test, owner } })
    mustLead(ctx, meant.campaign)
    const person = await findPerson(ctx, owner, 'owner')
    if (!takesPart(person))
      throw new UserError('golive.error.reads', { name: person.name }, { field: 'owner' })
    await changeTest(ctx, meant, 'golive.owner', { ownerId: person.id })
    return testsView(meant.campaign.id)
  },
})
