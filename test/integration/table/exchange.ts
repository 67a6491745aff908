/** Tables that somebody pastes, keeps, and takes away again as files. */
import { writeCsv } from 'hucre/csv'
import { readBytes } from '../../../src/features/table/read/bytes.js'
import { type Card, filesOf } from '../../../src/kit/card.js'
import { type TestDrumbeat, type Voice, words } from '../../support/drumbeat.js'

export const last = async (who: Voice): Promise<string> => words((await who.sees()).slice(-1))

/** The preview of a pasted table. */
export const shown = async (who: Voice, table: string): Promise<string> => {
  await who.say(`/mkt 导入 ${table}`)
  return last(who)
}

/** What is answered when the last preview is confirmed. */
export const kept = async (who: Voice): Promise<string> => {
  const button = (await who.sees()).at(-1)?.buttons.find(({ label }) => label.startsWith('确认导入'))
  await who.press(button?.label ?? 'nothing to press')
  return last(who)
}

/** The table as a file in one language, as text that can be pasted. */
export const exported = async (
  drumbeat: TestDrumbeat,
  who: Voice,
  what: { table: string; format: string; language: string },
): Promise<string> => {
  await who.say(`/mkt 导出 ${what.table} ${what.format}`)
  const message = (await who.sees()).at(-1)
  const name = filesOf(message?.card as Card)[0]?.name ?? ''
  const query = new URLSearchParams({
    as: '经理',
    message: String(message?.id),
    name,
    language: what.language,
  })
  const answer = await fetch(`${drumbeat.url}/api/playground/file?${query}`)
  const file = new Uint8Array(await answer.arrayBuffer())
  if (what.format !== 'xlsx') return new TextDecoder().decode(file)
  const [grid] = await readBytes(file, 'a.xlsx')
  return writeCsv((grid?.lines ?? []).map(({ cells }) => [...cells]))
}
