/** From what somebody typed to exactly one person, or words that say why not. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { handleOf, isGroup, isMention, severalNames } from './people.js'
import { holdPerson, type Person, peopleCalled, personAt } from './people.repo.js'
import { platformsOf } from './profile.js'

/** What is asked, and on which platform if somebody asks. */
type Where = Pick<Context, 'db' | 't'> & Partial<Pick<Context, 'platform'>>

/**
 * The one person meant by `text` (mention, name or id).
 * @throws UserError when nobody or several are called so, or when two people are named (R47).
 */
export const findPerson = async (ctx: Where, text: string, field: string): Promise<Person> => {
  if (isGroup(text)) throw new UserError('people.error.group', {}, { field })
  const names = severalNames(text)
  if (names.length !== 1) {
    throw new UserError('people.error.exactlyOne', { given: (await worded(ctx, names)) || text }, { field })
  }
  const [name = ''] = names
  const found = await meantBy(ctx, text, name)
  if (found.length === 0) {
    const error = isMention(text) ? 'people.error.mention' : 'people.error.unknown'
    throw new UserError(error, { name }, { field })
  }
  const [person, other] = found
  if (other || !person) {
    const ids = handlesOf(ctx, found).join(', ')
    throw new UserError('people.error.several', { name, ids }, { field })
  }
  return holdPerson(ctx.db, person.id)
}

/** What may be typed instead of a name that several have; with their platforms, where these tell them apart. */
const handlesOf = ({ t }: Where, found: readonly Person[]): string[] => {
  const named = found.map((one) => platformsOf(one).map((platform) => t.named('people.platform', platform)))
  const apart = new Set(named.map((platforms) => platforms.join())).size > 1
  return found.map((one, i) => {
    const platforms = named[i]?.join(' + ')
    return apart && platforms ? `${handleOf(one)} (${platforms})` : handleOf(one)
  })
}

/** A mention names an account of the platform on which it is written: elsewhere the same id may be somebody else. */
const meantBy = async ({ db, platform }: Where, text: string, name: string): Promise<Person[]> => {
  const mentioned = isMention(text) && platform ? await personAt(db, platform, name) : null
  return mentioned?.active ? [mentioned] : peopleCalled(db, name)
}

/** How many of several people are named to whoever named them. */
const shown = 5

/** People as they are called here, not by the ids of their platform. */
const worded = async ({ db }: Pick<Context, 'db'>, names: readonly string[]): Promise<string> => {
  const called: string[] = []
  for (const name of names.slice(0, shown))
    called.push((await peopleCalled(db, name))[0]?.name ?? cut(name, 80))
  return [...called, ...(names.length > shown ? ['…'] : [])].join(', ')
}
