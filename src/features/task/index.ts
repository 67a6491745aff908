/** Tasks: who does what until when, from the template or by hand, with status buttons and reminders. */
import type { Feature } from '../../kit/feature.js'
import { channelPlan } from './commands/channel-plan.js'
import { my } from './commands/my.js'
import { task as show } from './commands/task.js'
import { taskAdd } from './commands/task-add.js'
import { taskAssign } from './commands/task-assign.js'
import { taskCount, taskCriterion } from './commands/task-criterion.js'
import { taskNode, taskNodeTick } from './commands/task-node.js'
import { taskPath } from './commands/task-path.js'
import { taskAccept, taskReturn } from './commands/task-review.js'
import { taskSet } from './commands/task-set.js'
import { taskShift } from './commands/task-shift.js'
import { taskDone, taskReopen, taskStart, taskStatus } from './commands/task-status.js'
import { taskDecline, taskTake } from './commands/task-take.js'
import { tasks } from './commands/tasks.js'
import { brokenDown, facts, prepared } from './gates.js'
import { campaignCreated } from './reactions/campaign-created.js'
import { personLeft } from './reactions/person-left.js'
import { personLinked } from './reactions/person-linked.js'
import { due } from './schedules/due.js'
import { samples } from './task.samples.js'
import { views } from './task.views.js'
import { waitingSamples } from './waiting.samples.js'

const verbs = [
  taskStatus,
  taskStart,
  taskDone,
  taskReopen,
  taskAssign,
  taskTake,
  taskDecline,
  taskAccept,
  taskReturn,
]

export const task: Feature = {
  name: 'task',
  commands: [
    taskAdd,
    show,
    tasks,
    taskPath,
    my,
    ...verbs,
    taskSet,
    taskShift,
    channelPlan,
    taskCriterion,
    taskCount,
    taskNode,
    taskNodeTick,
  ],
  views,
  schedules: [due],
  reactions: [campaignCreated, personLeft, personLinked],
  samples: [...samples, ...waitingSamples],
  gates: { S4: brokenDown, S5: prepared },
  facts,
}

export { change as changeTask } from './change.js'
export { criteriaIn } from './criterion.repo.js'
export { importTasks, planned } from './import.js'
export { awaitedBy, type ImportPlan, type TaskRow, withNotes } from './import-plan.js'
export { reachable } from './inform.js'
export { linksOf } from './link.repo.js'
export { type Network, type NetworkTask, networkOf, type Timing } from './network.js'
export { type Link, LoopError, neighboursOf, ordered } from './order.js'
export { type Parts, partsIn, replaceParts } from './parts.repo.js'
export { placeWords } from './place.js'
export { reachOf } from './reach.js'
export {
  byUrgency,
  type Counts,
  counts,
  daysLate,
  isAsked,
  isLate,
  isOpen,
  priorities,
  statuses,
  subjectsOf,
  taskRef,
} from './task.js'
export { type Row, rowButtons, shortDate, statusLine } from './task.lines.js'
export {
  nextNumber,
  openTasksFor,
  type Task,
  taskNumbered,
  tasksIn,
  tasksOf,
  updateTask,
} from './task.repo.js'
