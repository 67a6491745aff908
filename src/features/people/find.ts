/** From what somebody typed to exactly one person, or words that say why not. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { handleOf, isGroup, isMention, severalNames } from './people.js'
import { type Person, peopleCalled, personAt } from './people.repo.js'

/** What is asked, and on which platform if somebody asks. */
type Where = Pick<Context, 'db'> & Partial<Pick<Context, 'platform'>>

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
    const ids = found.map(handleOf).join(', ')
    throw new UserError('people.error.several', { name, ids }, { field })
  }
  return person
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
