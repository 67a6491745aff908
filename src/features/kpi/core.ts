/** Core KPIs by the type of a campaign, few and not many (R8, F12): chosen beforehand with example targets. */
import type { Translate } from '../../kit/translate.js'
import { type Template, type TemplateKpi, templateNamed } from '../template/index.js'
import { limitsFrom } from './kpi.js'
import type { Kpi } from './kpi.repo.js'

/** More than these draw the attention away from what matters (R8). */
export const fewKpis = 7

interface Core {
  metric: string
  /** An example: 002 prints 50万+ and 5 % for a new product, and no number for a brand. */
  target: string
  /** Metrics of templates that say the same. */
  like?: readonly string[]
}

const core: Readonly<Record<string, readonly Core[]>> = {
  'new-product': [
    { metric: 'exposure', target: '50万' },
    { metric: 'conversion', target: '5%', like: ['presale-conversion'] },
  ],
  brand: [
    { metric: 'interactions', target: '1万' },
    { metric: 'favourability', target: '80%' },
  ],
}

const nameOf = (t: Translate, metric: string): string => t.named('kpi.core', metric)

/** What was saved from a campaign has the KPIs somebody wanted: the type they were for adds nothing. */
const isSettled = ({ saved, kpis, tasks, type }: Template, chosen: string): boolean =>
  type === chosen && (saved !== undefined || [...kpis, ...tasks].some(({ own }) => own !== undefined))

const has = (
  { kpis }: { kpis: readonly TemplateKpi[] },
  { metric, like = [] }: Core,
  name: string,
): boolean => kpis.some((kpi) => kpi.metric === metric || like.includes(kpi.metric) || kpi.own?.name === name)

/** Those of `type` that `template` does not bring by itself, as columns of the store. */
export const coreFor = (t: Translate, type: string, template: Template) => {
  if (isSettled(template, type)) return []
  return (core[type] ?? [])
    .filter((one) => !has(template, one, nameOf(t, one.metric)))
    .map(({ metric, target }) => ({
      ...{ metric, name: nameOf(t, metric), measure: null, better: 'up' },
      ...limitsFrom(target, undefined),
    }))
}

/** The KPIs that were chosen for the type, and are still as they were chosen. */
export const untouched = (
  kpis: readonly Kpi[],
  { type, template }: { type: string; template: string },
): Kpi[] => {
  const printed = templateNamed(template).kpis
  return kpis.filter(({ metric, version, readings, target }) => {
    const one = (core[type] ?? []).find((some) => some.metric === metric)
    const ours = one && !printed.some((kpi) => kpi.metric === metric)
    return (
      ours && version === 0 && readings.length === 0 && target.eq(limitsFrom(one.target, undefined).target)
    )
  })
}
