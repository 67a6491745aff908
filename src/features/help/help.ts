/** Help: which commands a person sees, and which one they ask about; pure. */
import type { Actor, CommandInfo } from '../../kit/context.js'
import { opens } from '../../kit/rights.js'

type Person = Pick<Actor, 'roles'> | null

/** Whether the command is open to this person. */
export const mayUse = (info: Pick<CommandInfo, 'may'>, person: Person): boolean =>
  opens(person?.roles ?? [], info.may)

/** Commands feature by feature, in the order of the features; without those that only buttons use. */
export const grouped = (
  catalogue: readonly CommandInfo[],
  person: Person,
): { feature: string; commands: CommandInfo[] }[] => {
  const shown = catalogue.filter((info) => !info.hidden && mayUse(info, person))
  const features = [...new Set(shown.map(({ feature }) => feature))]
  return features.map((feature) => ({ feature, commands: shown.filter((info) => info.feature === feature) }))
}

const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')

/** Whether `text` is one of `names`, however it is spelled. */
export const isCalled = (text: string, ...names: readonly string[]): boolean =>
  names.map(folded).includes(folded(text))

/** The command called by one of its words or its name (`task-add`); else those whose words contain the text. */
export const asked = (catalogue: readonly CommandInfo[], text: string): CommandInfo[] => {
  const typed = folded(text)
  const wordsOf = (info: CommandInfo) =>
    [info.name, info.name.replaceAll('-', ' '), ...info.words].map(folded)
  const exact = catalogue.filter((info) => wordsOf(info).includes(typed))
  const similar = catalogue.filter(
    (info) => !info.hidden && wordsOf(info).some((word) => word.includes(typed)),
  )
  return exact.length > 0 ? exact.slice(0, 1) : similar
}
