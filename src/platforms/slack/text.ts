/** Text on its way to Slack and back: what people write is never read as a mention, a link or a format. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Literal text for mrkdwn: nothing in it can be a mention or a link. Formats are not touched, see `isCalm`. */
export const escapeMrkdwn = (text: string): string => text.replace(/[&<>]/g, (one) => entities[one] ?? one)

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity)

/** Whether mrkdwn shows the text as it is: no format, emoji name or quote can be seen in it. */
export const isCalm = (text: string): boolean => !/[*_~`]|:[^\s:]+:|^\s*>/m.test(text)

// Plain text has no mentions, but programs that read payloads look for them in every string.
const guard = '\u2060'

/** Literal text for places that know no markup: what looks like a mention to a program is taken apart unseen. */
export const guarded = (text: string): string => text.replace(/<(?=[!@#])/g, `<${guard}`)

/** Takes back what `guarded` did. */
export const unguarded = (text: string): string => text.replaceAll(`<${guard}`, '<')

// Written in the form of our own mentions, but of another workspace: nobody may reach across by typing.
const ours = /<(@|#|!group:)([^/<>]*)\/(?=[^<>]+>)/g

/** What somebody typed literally: mentions of their own workspace hold, those of another are only text. */
export const typedText = (text: string, workspace: string): string =>
  text.replace(ours, (whole, kind: string, of: string) =>
    of === workspace ? whole : `<${guard}${kind}${of}/`,
  )

/** Slack's own: a mention, a word such as `!here`, or an address. */
const mark = /<((?:[@#!]|[a-z][\w+.-]*:)[^<>]*)>/i

/** One `<…>` of Slack's, without its brackets. */
const readMark = (inside: string, workspace: string): string => {
  const [of = '', ...labels] = inside.split('|')
  const label = unescaped(labels.join('|'))
  const [, kind, id] = /^([@#]|!subteam\^)(\w+)$/.exec(of) ?? []
  if (kind === '!subteam^') return `<!group:${workspace}/${id}>`
  if (kind) return `<${kind}${workspace}/${id}>`
  if (of.startsWith('!date^')) return label
  if (of.startsWith('!')) return `@${of.slice(1)}`
  return linkText(label, unescaped(of).replace(/^mailto:/, ''))
}

/** An address that was typed is labelled with itself; a link with words of its own keeps both. */
const linkText = (label: string, address: string): string => {
  const bare = (text: string): string => text.replace(/^https?:\/\//, '').replace(/\/$/, '')
  if (label === '') return address
  return bare(label) === bare(address) ? label : `${label} (${address})`
}

/**
 * What somebody wrote in Slack (mrkdwn) as our text: `<@U2|bob>` becomes `<@T1/U2>`, `<#C3|general>` `<#T1/C3>`,
 * `<!subteam^S1>` `<!group:T1/S1>`, `<!channel>` `@channel`; a link keeps its label and its address.
 */
export const readText = (text: string, workspace: string): string =>
  typedText(
    text
      .split(mark)
      .map((part, i) => (i % 2 ? readMark(part, workspace) : unescaped(part)))
      .join(''),
    workspace,
  )
