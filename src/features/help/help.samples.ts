/** Examples of help: the welcome, a list, one command, several that fit. */
import type { CommandInfo } from '../../kit/context.js'
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { choiceCard, commandCard, overviewCard, tourCard, welcomeCard } from './help.cards.js'
import { rightsCard, whyCard } from './rights.cards.js'

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
  may: name === 'approve' ? 'decide' : 'budget',
  hidden: false,
})

const both = (t: Translate) => [info(t, 'approve'), info(t, 'reject')]

export const samples: readonly Sample[] = [
  { name: 'help.welcome', draw: welcomeCard({ name: '设计师' }) },
  { name: 'help.tour', draw: tourCard() },
  { name: 'help.overview', draw: (t) => overviewCard([{ feature: 'approval', commands: both(t) }])(t) },
  { name: 'help.rights', draw: rightsCard({ roles: ['member', 'specialist'] }) },
  {
    name: 'help.why-not',
    draw: whyCard({
      ...{ name: null, command: 'budget set', right: 'budget', verdict: 'lacks' },
      campaign: { ref: 'C-1', name: '618年中狂欢·全场满300减50 <!channel>' },
      ...{ could: ['财务部负责人', '小美'], grant: ['小美'] },
    }),
  },
  { name: 'help.command', draw: (t) => commandCard(info(t, 'reject'))(t) },
  { name: 'help.several', draw: (t) => choiceCard(both(t))(t) },
]
