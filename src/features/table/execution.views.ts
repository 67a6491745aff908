/** The execution plan as it is when it is looked at. */
import { localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { type Campaign, campaignById } from '../campaign/index.js'
import { criteriaIn } from '../task/index.js'
import { type ExecutionState, executionCard } from './execution.cards.js'
import { executionPlan, tasksWithin } from './execution.js'

const shown = defineView<ExecutionState>({
  async load({ db, at }, { campaign: id = '' }) {
    const campaign = await campaignById(db, Number(id))
    if (!campaign) return null
    const plan = await executionPlan(db, campaign)
    const tasks = campaign.phases.flatMap((phase) => tasksWithin(plan.tasks, phase))
    const criteria = await criteriaIn(
      db,
      tasks.map((task) => task.id),
    )
    return { campaign, today: localDate(at, campaign.zone), plan, criteria }
  },
  draw: (state) => executionCard(state),
})

export const executionViews: Readonly<Record<string, View>> = { 'table.execution-plan': shown }

export const executionView = ({ id }: Pick<Campaign, 'id'>): ViewRef & { subjects: string[] } => ({
  view: 'table.execution-plan',
  args: { campaign: String(id) },
  subjects: [`campaign:${id}`],
})
