/** Files of messages, made when somebody fetches them. */
import { type Card, filesOf } from '../../kit/card.js'
import type { Language } from '../../kit/translate.js'
import { BadRequest } from './bad-request.js'
import { directPrefix } from './chat.js'
import type { Host } from './host.js'

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
}

/** @throws BadRequest when there is no such file, or it is not theirs to see */
export const fileFor = async (
  host: Host,
  person: string,
  asked: { message: number; name: string; language: Language },
): Promise<{ data: Uint8Array; type: string }> => {
  const row = await host.prisma.playgroundMessage.findUnique({ where: { id: asked.message } })
  const theirs = row?.channel.startsWith(directPrefix) ? row.channel === `${directPrefix}${person}` : true
  const found =
    row?.card && theirs && (row.only === null || row.only === person)
      ? filesOf(row.card as unknown as Card).find(({ name }) => name === asked.name)
      : undefined
  const data = found ? await host.file(found.of, asked.language) : null
  if (!data) throw new BadRequest(`no such file: ${asked.name}`, 404)
  return { data, type: types[asked.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }
}
