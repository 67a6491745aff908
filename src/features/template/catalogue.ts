/** All templates by name. */
import type { Template, TemplateName } from './template.js'
import { card000 } from './templates/card-000.js'
import { ecom004 } from './templates/ecom-004.js'
import { plan002 } from './templates/plan-002.js'
import { process001 } from './templates/process-001.js'
import { strategy003 } from './templates/strategy-003.js'

export const templates: Readonly<Record<TemplateName, Template>> = {
  'card-000': card000,
  'process-001': process001,
  'plan-002': plan002,
  'strategy-003': strategy003,
  'ecom-004': ecom004,
}

/** The template stored with a campaign. An unknown name is a fault: templates are never taken away. */
export const templateNamed = (name: string): Template => {
  const found = Object.values(templates).find((template) => template.name === name)
  if (!found) throw new RangeError(`no template is called ${name}`)
  return found
}
