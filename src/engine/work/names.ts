/** Mentions in free text become the names of people: nobody is notified there, and an id says nothing to readers. */
import { askOf } from '../../kit/args.js'
import type { Incoming } from '../../kit/platform.js'
import type { Db } from '../../kit/store.js'
import type { House } from '../house.js'

interface Call {
  command: string
  args: Record<string, string>
}

const mention = /<@([^>|]+)(?:\|[^>]*)?>/g

/** The accounts that `text` mentions. */
export const mentionedIn = (text: string): string[] =>
  [...text.matchAll(mention)].map(([, account]) => account ?? '')

/** The call with names in the arguments that are only words; those that ask for a person keep whom they mention. */
export const withNames = async (
  house: House,
  { platform }: Incoming,
  organisation: string,
  call: Call | null,
): Promise<Call | null> => {
  const shape = call && house.registry.commands.get(call.command)?.command.args.shape
  if (!call || !shape) return call
  const isText = (name: string) => name in shape && ['text', 'long'].includes(askOf(shape[name] as never).as)
  const texts = Object.entries(call.args).filter(
    ([name, value]) => isText(name) && mentionedIn(value).length > 0,
  )
  if (texts.length === 0) return call
  const accounts = texts.flatMap(([, value]) => mentionedIn(value))
  const names = await namesOf(house.store.prisma, platform, organisation, accounts)
  const named = texts.map(([name, value]) => [
    name,
    value.replace(mention, (whole, account: string) => names.get(account) ?? whole),
  ])
  return { ...call, args: { ...call.args, ...Object.fromEntries(named) } }
}

const namesOf = async (db: Db, platform: string, organisation: string, accounts: readonly string[]) => {
  const rows = await db.account.findMany({
    where: { platform, account: { in: [...accounts] }, person: { organisation } },
    include: { person: { select: { name: true } } },
  })
  return new Map(rows.map(({ account, person }) => [account, `@${person.name}`]))
}
