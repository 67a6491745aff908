/** Tables: what teams keep in Excel, as files to take away and as tables to bring along. */
import type { Feature } from '../../kit/feature.js'
import type { MakeFile } from '../../kit/file.js'
import { campaignById } from '../campaign/index.js'
import { executionPlan } from './commands/execution-plan.js'
import { exportTable } from './commands/export.js'
import { importTable } from './commands/import.js'
import { importApply, importDrop } from './commands/import-decide.js'
import { executionSamples } from './execution.samples.js'
import { executionViews } from './execution.views.js'
import { views } from './import.views.js'
import { makers, type TableName, tables } from './table.js'
import { samples } from './table.samples.js'
import { type Format, formats, written } from './write.js'

const isTable = (name: string): name is TableName => (tables as readonly string[]).includes(name)
const isFormat = (name: string): name is Format => (formats as readonly string[]).includes(name)

const makeTable: MakeFile = async (store, { campaign = '', table = '', format = '' }, t) => {
  const found = await campaignById(store.db, Number(campaign))
  if (!found || !isTable(table) || !isFormat(format)) return null
  return written(await makers[table](store, found, t), format)
}

export const table: Feature = {
  name: 'table',
  commands: [exportTable, executionPlan, importTable, importApply, importDrop],
  files: { table: makeTable },
  views: { ...views, ...executionViews },
  samples: [...samples, ...executionSamples],
}

export { preview } from './draft.js'
export { readBytes } from './read/bytes.js'
