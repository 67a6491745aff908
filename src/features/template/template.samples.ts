/** Examples for the gallery and the contract suite. */
import type { Sample } from '../../kit/feature.js'
import { templates } from './catalogue.js'
import { templateListCard } from './template.cards.js'

export const samples: readonly Sample[] = [
  { name: 'template.list', draw: (t) => templateListCard(Object.values(templates))(t) },
]
