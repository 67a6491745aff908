/** Templates: what each of the four documents of the handbook brings into a new campaign. */
import type { Feature } from '../../kit/feature.js'
import { templateList } from './commands/template-list.js'
import { samples } from './template.samples.js'

export const template: Feature = {
  name: 'template',
  commands: [templateList],
  samples,
}

export { templateNamed, templates } from './catalogue.js'
export { type DatedPhase, endFor, launchFor, phasesFor, reportsFor, taskDates } from './dates.js'
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
export { kpiWords, listed, phaseLabel, taskWords, templateLabel } from './words.js'
