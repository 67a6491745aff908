/** Who answers for a row: exactly one person (R47), whoever does already unless the table names another. */
import type { Person } from '../../people/index.js'
import type { Cells } from './cells.js'
import type { Meant } from './people.js'

/** The row says nobody of its own: whoever answers for it now goes on. */
const unsaid = ['ownerMissing', 'ownerUnknown', 'ownerReads']

/**
 * @param now whoever answers for what stands
 * @returns undefined when nothing changes, or the row is refused
 */
export const responsibleIn = async (
  person: (text: string) => Promise<Meant>,
  cells: Cells,
  now: Person | undefined,
): Promise<string | undefined> => {
  const text = cells.of('owner')
  if (now && (text === '' || text === now.name)) return undefined
  const { personId, finding } = await person(text)
  if (now && finding && unsaid.includes(finding.kind)) {
    if (finding.kind !== 'ownerMissing')
      cells.note('ownerKept', 'owner', { given: finding.params.given ?? '', name: now.name })
    return undefined
  }
  if (finding) cells.note(finding.kind === 'twoOwners' ? 'onePerson' : finding.kind, 'owner', finding.params)
  return personId ?? undefined
}
