/** Templates: what each document of the handbook brings into a new campaign, and the versions teams save of them. */
import type { Feature } from '../../kit/feature.js'
import { templateList } from './commands/template-list.js'
import { templateRetire } from './commands/template-retire.js'
import { templateShow } from './commands/template-show.js'
import { personLinked } from './reactions/person-linked.js'
import { samples } from './template.samples.js'

export const template: Feature = {
  name: 'template',
  commands: [templateList, templateShow, templateRetire],
  reactions: [personLinked],
  samples,
}

export { templateNamed, templates } from './catalogue.js'
export {
  type Content,
  type ContentKpi,
  type ContentTask,
  contentFrom,
  mostTasks,
  templateFrom,
} from './content.js'
export { type DatedPhase, endFor, launchFor, phasesFor, reportsFor, taskDates } from './dates.js'
export { builtIn, findTemplate, mustBeOffered, splitVersion, templateOf, templateUsed } from './find.js'
export {
  campaignTypes,
  isPublicPhase,
  type PhaseKey,
  type PlanItemKey,
  type Preset,
  phaseKeys,
  planItems,
  type ReportDocument,
  rolesOf,
  type Template,
  type TemplateKpi,
  type TemplateName,
  type TemplateReport,
  type TemplateTask,
  templateNames,
} from './template.js'
export { addVersion, keyOf, newerVersion, type Version, versionById, versionsOf } from './template.repo.js'
export {
  daysText,
  kpiWords,
  listed,
  numberIn,
  phaseLabel,
  taskWords,
  templateLabel,
  templateTitle,
  typable,
  versionButton,
  versionName,
  versionRef,
} from './words.js'
