/** Who is meant in a table: people by name, masked names by their position, and the general owner where nobody is. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import type { Campaign } from '../../campaign/index.js'
import { findPerson, holders, type Person, personById, takesPart } from '../../people/index.js'
import type { Kind } from '../finding.js'
import { folded } from '../read/fold.js'
import type { Words } from './words.js'

export interface Meant {
  /** Null: nobody, and the row is refused or goes without. */
  personId: string | null
  finding?: { kind: Kind; params: Readonly<Record<string, string>> }
}

/** `*专员`, `＊專員`: the name without its mask, as it is written and in plain letters. */
const namesIn = (text: string): string[] => {
  const bare = text
    .normalize('NFKC')
    .replace(/^[*@\s]+/, '')
    .trim()
  return [...new Set([text, bare, folded(bare)])]
}

const several = (text: string): boolean => /[,，、;；/&+\n]/.test(text.replace(/^<@[^>]+>$/, ''))

const foundBy = async (ctx: Context, text: string): Promise<Person | 'several' | null> => {
  for (const name of namesIn(text)) {
    try {
      return await findPerson(ctx, name, 'pasted')
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      if (error.key === 'people.error.several') return 'several'
    }
  }
  return null
}

/** 专员和运营: each of them is somebody. */
const joined = async (ctx: Context, text: string): Promise<boolean> => {
  const names = text.normalize('NFKC').split(/\s*[和与與及]\s*|\s+and\s+|\s+/iu)
  if (names.length < 2 || names.length > 5) return false
  const found = await Promise.all(names.map((name) => (name === '' ? null : foundBy(ctx, name))))
  return found.every((one) => one !== null)
}

/** Whoever stands for the position in the campaign, else its only holder. */
const holding = async (ctx: Context, campaign: Campaign, role: string): Promise<Person | null> => {
  const cast = campaign.roles.find((one) => one.role === role)
  if (cast) return personById(ctx.db, cast.personId)
  const [one, other] = role === 'project-lead' ? [] : await holders(ctx.db, role)
  return other ? null : (one ?? null)
}

const meantBy = async (ctx: Context, campaign: Campaign, words: Words, text: string): Promise<Meant> => {
  const given = cut(text, 40)
  const owner = await personById(ctx.db, campaign.ownerId)
  const standIn = (kind: Kind): Meant => ({
    personId: campaign.ownerId,
    finding: { kind, params: { given, name: owner?.name ?? '' } },
  })
  if (text === '' || words.isNothing(text) || folded(text) === '') return standIn('ownerMissing')
  const found = await foundBy(ctx, text)
  if (!found && several(text)) return { personId: null, finding: { kind: 'twoOwners', params: { given } } }
  if (found === 'several') return { personId: null, finding: { kind: 'ownerSeveral', params: { given } } }
  if (found) return takesPart(found) ? { personId: found.id } : standIn('ownerReads')
  const role = words.role(namesIn(text).at(-1) ?? '')
  const holder = role === undefined ? null : await holding(ctx, campaign, role)
  if (!holder && (await joined(ctx, text)))
    return { personId: null, finding: { kind: 'twoOwners', params: { given } } }
  if (!holder || !takesPart(holder)) return standIn('ownerUnknown')
  const params = { given, role: ctx.t.named('people.role', role ?? ''), name: holder.name }
  return { personId: holder.id, finding: { kind: 'role', params } }
}

/** Asks once for each way somebody is written. */
export const peopleIn = (
  ctx: Context,
  campaign: Campaign,
  words: Words,
): ((text: string) => Promise<Meant>) => {
  const asked = new Map<string, Promise<Meant>>()
  return (written) => {
    const text = written.trim()
    const known = asked.get(text) ?? meantBy(ctx, campaign, words, text)
    asked.set(text, known)
    return known
  }
}
