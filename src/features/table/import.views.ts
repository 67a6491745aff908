/** The card of an import, read from the store whenever it is drawn. */
import { defineView, type View } from '../../kit/view.js'
import { campaignById, campaignRef } from '../campaign/index.js'
import { type ImportState, importCard } from './import.cards.js'
import type { Outcome } from './importer.js'
import { importerOf } from './importers.js'
import { draftById } from './table.repo.js'

const shown = defineView<ImportState>({
  async load({ db }, { draft = '' }) {
    const kept = await draftById(db, Number(draft))
    const campaign = kept && (await campaignById(db, kept.campaignId))
    if (!kept || !campaign) return null
    const { id, version, status, table, refused, findings, outcome } = kept
    return {
      id,
      version,
      status,
      table,
      way: importerOf(table)?.way ?? 'show',
      campaign: { ref: campaignRef(campaign.id), name: campaign.name },
      outcome: outcome as unknown as Outcome,
      refused,
      findings: findings as unknown as ImportState['findings'],
    }
  },
  draw: (state) => importCard(state),
})

export const views: Readonly<Record<string, View>> = { 'table.import': shown }
