/** From what somebody typed to exactly one person, or words that say why not. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { handleOf, isMention, severalNames } from './people.js'
import { type Person, peopleCalled } from './people.repo.js'

/**
 * The one person meant by `text` (mention, name or id).
 * @throws UserError when nobody or several are called so, or when two people are named (R47).
 */
export const findPerson = async (ctx: Pick<Context, 'db'>, text: string, field: string): Promise<Person> => {
  const names = severalNames(text)
  if (names.length !== 1) throw new UserError('people.error.exactlyOne', { given: text }, { field })
  const [name = ''] = names
  const found = await peopleCalled(ctx.db, name)
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
