/** Examples of the execution plan in the chat. */
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { sampleCampaign } from '../campaign/index.js'
import { type ExecutionState, executionCard } from './execution.cards.js'

const state = (t: Translate, today: string): ExecutionState => {
  const said = { ownerId: null, resources: null, joint: null, remarks: null }
  const burst = {
    ...said,
    campaignId: 1,
    key: 'burst',
    ownerId: 'p2',
    core: '开展直播带货，运营快闪店 <!channel> *a*',
    criterion: '直播观看10万+；线下到店500人',
    risk: '客流不足',
    response: '联动周边商场发券',
  }
  return {
    campaign: sampleCampaign(t),
    today,
    plan: {
      tasks: [],
      details: new Map([['burst', burst]]),
      names: new Map([
        ['p1', '王经理'],
        ['p2', 'Zoë 🎨 <b>'],
      ]),
      ownerId: 'p1',
    },
    criteria: [],
  }
}

export const executionSamples: readonly Sample[] = [
  { name: 'table.execution-plan in the burst', draw: (t) => executionCard(state(t, '2024-06-12'))(t) },
  {
    name: 'table.execution-plan before the first phase',
    draw: (t) => executionCard(state(t, '2024-05-02'))(t),
  },
]
