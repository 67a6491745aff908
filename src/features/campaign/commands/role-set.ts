/** `role set`: who stands for a position in this campaign (F54). Tasks that have an owner keep them. */
import { z } from 'zod'
import { choice, someone, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { cut } from '../../../kit/text.js'
import { findPerson } from '../../people/index.js'
import { titleOf } from '../campaign.cards.js'
import { campaignRef } from '../campaign.js'
import { saveRole } from '../campaign.repo.js'
import { mustSuit, positions } from '../cast.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'

export const roleSet = defineCommand({
  name: 'role-set',
  args: z.object({ role: choice(positions), person: someone(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { role, person: name, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'role-set', args: { role, person: name } })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const person = await findPerson(ctx, name, 'person')
    mustSuit(ctx, person, role)
    const before = campaign.roles.find((one) => one.role === role)?.personId
    await saveRole(ctx.db, campaign.id, role, person.id)
    await change(ctx, campaign, {
      action: 'campaign.role',
      before: { role, personId: before ?? null },
      after: { role, personId: person.id },
    })
    const said = {
      role: ctx.t.named('people.role', role),
      name: cut(person.name, 60),
      campaign: campaignRef(campaign.id),
    }
    return card(titleOf(campaign), [text(ctx.t('campaign.role-set.done', said))], 'good')
  },
})
