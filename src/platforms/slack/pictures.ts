/** Charts as uploaded pictures, for workspaces without native charts; each is drawn and uploaded once. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chart } from '../../kit/card.js'
import { hashOf } from '../../kit/hash.js'
import { plainCard } from '../../kit/plain.js'
import type { Language } from '../../kit/translate.js'
import type { Host } from './host.js'
import type { Workspace } from './workspaces.js'

export interface Pictures {
  /** Slack's file id of each chart; without a picture a chart is shown as text. */
  of(workspace: Workspace, charts: readonly Chart[], language: Language): Promise<Map<Chart, string>>
}

const kept = 500
const looks = 10
const lookEveryMs = 300

/** Slack refuses blocks with a picture that it has not looked at yet: until then the file has no type. */
const processed = async ({ web }: Workspace, id: string): Promise<void> => {
  for (let look = 1; look <= looks; look++) {
    const seen = await web.files.info({ file: id }).catch(() => null)
    if (!seen || seen.file?.mimetype) return
    await pause(lookEveryMs)
  }
}

export const createPictures = (host: Host): Pictures => {
  const uploaded = new Map<string, string>()

  const upload = async (workspace: Workspace, chart: Chart, language: Language): Promise<string | null> => {
    const file = await host.picture(chart, language)
    const answer = await workspace.web.files.uploadV2({
      file,
      filename: 'chart.png',
      title: chart.title.slice(0, 200),
      alt_text: plainCard({ title: '', tone: 'plain', blocks: [chart] }).slice(0, 1000),
    })
    const { files } = answer as unknown as { files?: { files?: { id?: string }[] }[] }
    const id = files?.[0]?.files?.[0]?.id
    if (id) await processed(workspace, id)
    return id ?? null
  }
  const fileOf = async (workspace: Workspace, chart: Chart, language: Language): Promise<string | null> => {
    const name = hashOf([workspace.id, chart, language])
    const known = uploaded.get(name)
    if (known) return known
    const file = await upload(workspace, chart, language)
    if (file) uploaded.set(name, file)
    if (uploaded.size > kept) uploaded.delete(uploaded.keys().next().value ?? '')
    return file
  }
  return {
    async of(workspace, charts, language) {
      const files = new Map<Chart, string>()
      for (const chart of charts) {
        const file = await fileOf(workspace, chart, language).catch((error) => {
          host.log.warn({ err: error }, 'a chart could not be uploaded')
          return null
        })
        if (file) files.set(chart, file)
      }
      return files
    },
  }
}
