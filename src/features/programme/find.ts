/** From what somebody typed to a programme. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { numberIn } from '../template/index.js'
import { keyOf } from './programme.js'
import { type Programme, programmeById, programmeCalled, programmesOf } from './programme.repo.js'

/** @throws UserError (field `programme`) that lists the programmes there are. */
export const findProgramme = async ({ db }: Pick<Context, 'db'>, typed: string): Promise<Programme> => {
  const numbered = numberIn(typed)
  const found =
    (numbered === null ? null : await programmeById(db, numbered)) ??
    (await programmeCalled(db, keyOf(typed)))
  if (found) return found
  const { programmes } = await programmesOf(db, 10)
  const known = programmes.map(({ name }) => cut(name, 40)).join(', ') || '–'
  throw new UserError('programme.error.unknown', { given: cut(typed, 60), known }, { field: 'programme' })
}
