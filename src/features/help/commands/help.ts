/** `help`: what the bot can do, or how one command is used; also the answer to an empty line. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { choiceCard, commandCard, groupCard, groupName, overviewCard } from '../help.cards.js'
import { asked, grouped, isCalled } from '../help.js'

export const help = defineCommand({
  name: 'help',
  args: z.object({ command: word(200).optional() }),
  may: 'ask',
  async run(ctx, { command }) {
    const catalogue = ctx.catalogue()
    const groups = grouped(catalogue, ctx.actor)
    if (command === undefined) return overviewCard(groups)(ctx.t)
    const group = groups.find(({ feature }) => isCalled(command, feature, groupName(ctx.t, feature)))
    if (group) return groupCard(group)(ctx.t)
    const [info, ...others] = asked(catalogue, command)
    if (!info) throw new UserError('help.error.unknown', { given: cut(command, 60) }, { field: 'command' })
    return (others.length > 0 ? choiceCard([info, ...others]) : commandCard(info))(ctx.t)
  },
})
