/** The tables of a retrospective: rows with measures (003-T6) and the sections of its report (004-T4). */
import { cut } from '../../../kit/text.js'
import {
  keepRetro,
  keepSections,
  type RetroLine,
  retroPlan,
  type SectionLine,
  sectionPlan,
} from '../../retrospective/index.js'
import { type Importer, outcomeOf } from '../importer.js'
import { retroRows } from '../rows/retro-rows.js'
import { sectionRows } from '../rows/section-rows.js'

/** Under which heading a change stands. */
const headings: Readonly<Record<string, string>> = { ownerId: 'owner', plannedOn: 'planned' }

export const retroMeasures: Importer<RetroLine> = {
  read: retroRows,
  async outlook({ db }, campaign, rows) {
    const plan = await retroPlan({ db }, campaign.id, rows)
    const changes = plan.changed.map(({ row, stands }) => [stands.number, stands.version, row])
    return outcomeOf(plan, [plan.added, changes], ({ stands, columns }) => ({
      id: `${stands.number}.`,
      name: cut(stands.measure ?? stands.shortcoming ?? stands.success ?? '', 40),
      columns: columns.map((column) => headings[column] ?? column),
    }))
  },
  async apply(ctx, campaign, rows, source) {
    await keepRetro(ctx, campaign, rows, 'retro.import', { ...source })
  },
  way: 'retro',
}

export const retroReport: Importer<SectionLine> = {
  read: sectionRows,
  async outlook({ db }, campaign, rows) {
    const plan = await sectionPlan({ db }, campaign.id, rows)
    const changes = plan.changed.map(({ row, stands }) => [stands.dimension, stands.version, row])
    return outcomeOf(plan, [plan.added, changes], ({ stands }) => ({
      id: '',
      name: cut(stands.dimension, 40),
      columns: ['content'],
    }))
  },
  async apply(ctx, campaign, rows, source) {
    await keepSections(ctx, campaign, rows, { ...source })
  },
  way: 'retro',
}
