/** Examples of help: the welcome, a list, one command, several that fit. */
import type { CommandInfo } from '../../kit/context.js'
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { choiceCard, commandCard, overviewCard, tourCard, welcomeCard } from './help.cards.js'

const info = (t: Translate, name: 'approve' | 'reject'): CommandInfo => ({
  name,
  feature: 'approval',
  words: [t.named('approval.button', name)],
  summary: `approval.commands.${name}.summary`,
  example: `approval.commands.${name}.example`,
  args: [
    { name: 'approval', required: name === 'reject' },
    { name: name === 'reject' ? 'reason' : 'comment', required: name === 'reject' },
  ],
  may: name === 'approve' ? 'anyone' : ['planner', 'finance-head'],
  hidden: false,
})

const both = (t: Translate) => [info(t, 'approve'), info(t, 'reject')]

export const samples: readonly Sample[] = [
  { name: 'help.welcome', draw: welcomeCard({ name: '设计师' }) },
  { name: 'help.tour', draw: tourCard() },
  { name: 'help.overview', draw: (t) => overviewCard([{ feature: 'approval', commands: both(t) }])(t) },
  { name: 'help.command', draw: (t) => commandCard(info(t, 'reject'))(t) },
  { name: 'help.several', draw: (t) => choiceCard(both(t))(t) },
]
