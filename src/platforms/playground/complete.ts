/** Completion of the command field: verbs, then the names of arguments, then people. */
import type { CommandInfo } from '../../kit/context.js'
import { plainText } from '../../kit/text.js'
import { isLanguage, type Language } from '../../kit/translate.js'
import { calledLine, isSlash } from './calling.js'
import { directPrefix } from './chat.js'
import type { Host } from './host.js'
import type { Completion } from './page/wire.js'

interface Asked {
  as?: string | undefined
  channel?: string | undefined
  text?: string | undefined
}

const most = 8

/** What may come next; the whole line as it would read, with a hint. */
export const completions = async (
  host: Host,
  { as = '', channel = '', text = '' }: Asked,
): Promise<Completion[]> => {
  const direct = channel.startsWith(directPrefix)
  // In a group a command starts with its name, in a direct message it need not.
  const called = isSlash(text)
  if (!called && !direct && !'/mkt'.startsWith(text.trim().toLowerCase())) return []
  const person = await host.prisma.person.findUnique({ where: { id: as } })
  const language = person && isLanguage(person.language) ? person.language : host.defaults.language
  const line = calledLine(text) ?? text
  const start = called || !direct ? '/mkt ' : ''
  const at = /(^|\s)[@＠]([^\s]*)$/.exec(line)
  if (at) return people(host, start + line.slice(0, line.length - (at[2]?.length ?? 0)), at[2] ?? '')
  return verbs(host, language, start, called || direct ? line : '')
}

const verbs = (host: Host, language: Language, start: string, line: string): Completion[] => {
  const t = host.translator(language)
  const typed = line.toLowerCase()
  const fits = (command: CommandInfo) => command.words.find((word) => word.toLowerCase().startsWith(typed))
  return host
    .commands(language)
    .filter((command) => !command.hidden)
    .flatMap((command) => {
      const word = fits(command)
      return word ? [{ insert: `${start}${word} `, label: word, hint: plainText(t(command.summary)) }] : []
    })
    .slice(0, most)
}

const people = async (host: Host, before: string, typed: string): Promise<Completion[]> => {
  const everybody = await host.prisma.person.findMany({
    where: { active: true },
    include: { department: true },
    orderBy: { name: 'asc' },
  })
  return everybody
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .slice(0, most)
    .map(({ name, department }) => ({
      insert: `${before}${name} `,
      label: `@${name}`,
      hint: department?.name ?? '',
    }))
}
