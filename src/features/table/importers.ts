/** How each of the twelve printed tables is imported. */
import type { Importer } from './importer.js'
import { phases } from './imports/phases.js'
import { tasks } from './imports/tasks.js'
import type { PrintedTable } from './printed.js'

/** Rows are kept as JSON and given back to the importer that has read them; nobody else looks inside. */
const importers: Readonly<Partial<Record<PrintedTable, Importer>>> = {
  'process-tracking': tasks,
  'market-plan': phases,
  'task-breakdown': tasks,
  'strategy-plan': phases,
  'preparation-progress': tasks,
}

export const importerOf = (table: string): Importer | undefined => importers[table as PrintedTable]
