/** From the store to findings: everything the doctor checks by itself, whatever the platform. */
import { type Calendar, lastKnownYear, mainland } from '../../kit/calendar.js'
import type { Reading } from '../../kit/context.js'
import type { Finding } from '../../kit/finding.js'
import { localDate } from '../../kit/time.js'
import { calendarOf } from '../calendar/index.js'
import { calendar, channels, positions, sureIn } from './checks.js'
import { campaignsChecked, peopleChecked, sealedUntil } from './doctor.repo.js'
import { campaignZones, houseZone, peopleZones } from './zones.js'

type Person = Awaited<ReturnType<typeof peopleChecked>>[number]
type Campaign = Awaited<ReturnType<typeof campaignsChecked>>[number]

/** What is found in an area, or one short line when that is nothing. */
const orGood = (found: readonly Finding[], good: Omit<Finding, 'level'>): Finding[] =>
  found.length > 0 ? [...found] : [{ ...good, level: 'good' }]

/** The calendar, and the zone for whoever chose none. @param zone the house's @param worked the organisation's */
export const houseFindings = (
  zone: string,
  at: Date,
  { people, campaigns }: { people: readonly Person[]; campaigns: readonly Campaign[] },
  worked: Calendar = mainland,
): Finding[] => {
  const ends = campaigns.map(({ endOn }) => endOn)
  const found = [...houseZone(zone, people, at), ...calendar(localDate(at, zone), ends, sureIn(worked))]
  return orGood(found, {
    area: 'house',
    what: 'houseOk',
    params: { zone, year: lastKnownYear() },
  })
}

const peopleFindings = (people: readonly Person[], at: Date): Finding[] => {
  if (people.length === 0) return [{ area: 'people', what: 'peopleNone', level: 'good' }]
  const held = new Set(people.flatMap(({ roles }) => roles))
  return orGood([...positions(held), ...peopleZones(people, at)], {
    area: 'people',
    what: 'peopleOk',
    params: { count: people.length },
  })
}

const campaignFindings = (campaigns: readonly Campaign[], people: readonly Person[], at: Date): Finding[] => {
  const timed = campaigns.map((campaign) => ({
    ...campaign,
    owner: people.find(({ id }) => id === campaign.ownerId) ?? null,
  }))
  return orGood([...channels(campaigns), ...campaignZones(timed, at)], {
    area: 'campaign',
    what: 'campaignsOk',
    params: { count: campaigns.length },
  })
}

/** Checks the people and campaigns of `organisation`. @param zone the house's, for whoever chose none */
export const examine = async (
  { db, at }: Pick<Reading, 'db' | 'at'>,
  zone: string,
  organisation: string,
): Promise<Finding[]> => {
  const people = await peopleChecked(db)
  const campaigns = await campaignsChecked(db)
  const params = await sealedUntil(db, organisation)
  const log: Finding[] = params ? [{ area: 'house', what: 'auditSealed', level: 'good', params }] : []
  return [
    ...houseFindings(zone, at, { people, campaigns }, await calendarOf(db, organisation)),
    ...log,
    ...peopleFindings(people, at),
    ...campaignFindings(campaigns, people, at),
  ]
}
