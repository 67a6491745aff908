/** Wrong time zones: of the house, of a person, of a campaign; pure. */
import type { Finding } from '../../kit/finding.js'
import { cut } from '../../kit/text.js'
import { isZone, localDate, localTime } from '../../kit/time.js'
import { campaignRef } from '../campaign/index.js'
import { aFew } from './doctor.js'

const WEEK = 7 * 86_400_000 // milliseconds

/** How much of a name a line shows. */
export const shownName = 60

const clockOf = (zone: string, at: Date): string => `${localDate(at, zone)} ${localTime(at, zone)}`

/**
 * Whether clocks of both zones agree in every week of the year after `at`: what one platform calls Asia/Chongqing is
 * Asia/Shanghai to another, and nobody need change that.
 */
export const sameClock = (one: string, other: string, at: Date): boolean => {
  if (one === other) return true
  if (!isZone(one) || !isZone(other)) return false
  const weeks = Array.from({ length: 53 }, (_, week) => new Date(at.getTime() + week * WEEK))
  return weeks.every((then) => clockOf(one, then) === clockOf(other, then))
}

/** The clock most of `zones` show, and how many do; zones of one clock count together. */
const commonest = (zones: readonly string[], at: Date): { zone: string; count: number } | null => {
  const counts = new Map<string, number>()
  for (const zone of zones) {
    const known = [...counts.keys()].find((other) => sameClock(zone, other, at)) ?? zone
    counts.set(known, (counts.get(known) ?? 0) + 1)
  }
  const [top] = [...counts].sort(([, one], [, other]) => other - one)
  return top ? { zone: top[0], count: top[1] } : null
}

/** The zone for whoever chose none is not the one in which more than half of the people live. */
export const houseZone = (house: string, people: readonly { zone: string }[], at: Date): Finding[] => {
  const top = commonest(
    people.map(({ zone }) => zone),
    at,
  )
  if (!top || top.count * 2 <= people.length || sameClock(top.zone, house, at)) return []
  const params = { house, zone: top.zone, count: top.count, total: people.length }
  return [{ area: 'house', what: 'zoneHouse', level: 'warn', params }]
}

export interface Dweller {
  name: string
  zone: string
  /** Where their platforms say they are. */
  told: readonly string[]
}

/** People whose zone here is none of those their platforms tell. */
export const peopleZones = (people: readonly Dweller[], at: Date): Finding[] =>
  aFew(
    people.flatMap(({ name, zone, told }): Finding[] => {
      const [first] = told
      if (first === undefined || told.some((one) => sameClock(one, zone, at))) return []
      const params = { name: cut(name, shownName), zone, told: first }
      return [{ area: 'people', what: 'zonePerson', level: 'warn', params }]
    }),
  )

export interface Timed {
  id: number
  name: string
  zone: string
  owner: { name: string; zone: string } | null
}

/** Campaigns whose days begin at another time than their owner's. */
export const campaignZones = (campaigns: readonly Timed[], at: Date): Finding[] =>
  aFew(
    campaigns.flatMap(({ id, name, zone, owner }): Finding[] => {
      if (!owner || sameClock(zone, owner.zone, at)) return []
      const params = {
        campaign: `${campaignRef(id)} ${cut(name, shownName)}`,
        zone,
        owner: cut(owner.name, shownName),
        theirs: owner.zone,
      }
      return [{ area: 'campaign', what: 'zoneCampaign', level: 'warn', params }]
    }),
  )
