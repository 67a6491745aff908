/** Tables that a person brings to a campaign and takes away, as on the playground. */
import { writeCsv } from 'hucre/csv'
import { readBytes } from '../../src/features/table/read/bytes.js'
import { type Card, filesOf } from '../../src/kit/card.js'
import type { Language } from '../../src/kit/translate.js'
import { type TestDrumbeat, type Voice, voice, words } from './drumbeat.js'

export interface Tables {
  voice: Voice
  /** The preview of a pasted table. */
  shown(table: string): Promise<string>
  /** What a pasted table has become after the press; the preview when there is nothing to press. */
  kept(table: string): Promise<string>
  /** A table of the campaign as a file; its name as people call it in Chinese. */
  exported(table: string, format: string, language?: Language): Promise<Uint8Array>
  /** The same as it is pasted again. */
  pasted(table: string, format: string): Promise<string>
  /** What was said last. */
  last(): Promise<string>
  /** The same as the text of a Markdown file. */
  text(table: string, language?: Language): Promise<string>
}

export const tablesIn = (drumbeat: TestDrumbeat, as: string, channel: string): Tables => {
  const person = voice(drumbeat, as, channel)
  const last = async () => words((await person.sees()).slice(-1))
  const shown = async (table: string) => {
    await person.say(`/mkt 导入 ${table}`)
    return last()
  }
  const exported = async (table: string, format: string, language: Language = 'zh-CN') => {
    await person.say(`/mkt 导出 ${table} ${format}`)
    const message = (await person.sees()).findLast(({ card }) => card && filesOf(card as Card).length > 0)
    const name = filesOf(message?.card as Card)[0]?.name ?? ''
    const query = new URLSearchParams({ as, message: String(message?.id), name, language })
    const answer = await fetch(`${drumbeat.url}/api/playground/file?${query}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
  return {
    voice: person,
    shown,
    exported,
    last,
    async pasted(table, format) {
      const file = await exported(table, format)
      if (format !== 'xlsx') return new TextDecoder().decode(file)
      const [grid] = await readBytes(file, 'a.xlsx')
      return writeCsv((grid?.lines ?? []).map(({ cells }) => [...cells]))
    },
    async kept(table) {
      const preview = await shown(table)
      const button = (await person.sees()).at(-1)?.buttons.find(({ label }) => label.startsWith('确认导入'))
      if (!button) return preview
      await person.press(button.label)
      return last()
    },
    text: async (table, language) => new TextDecoder().decode(await exported(table, 'md', language)),
  }
}
