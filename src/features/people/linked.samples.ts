/** Examples for the gallery and the contract suite: a code, and the news that it was used. */
import type { Sample } from '../../kit/feature.js'
import { codeCard, linkedCard, unlinkedCard } from './linked.cards.js'

export const samples: readonly Sample[] = [
  { name: 'people.code', draw: (t) => codeCard(t, '7KQ4-M2XD') },
  { name: 'people.linked', draw: linkedCard({ name: '设计师', platforms: ['dingtalk', 'slack'] }) },
  { name: 'people.unlinked', draw: unlinkedCard({ name: '设计师', platform: 'dingtalk' }) },
]
