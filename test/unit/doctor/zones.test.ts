/** Wrong zones: what counts as one clock, and who is told of whose. */
import { describe, expect, it } from 'vitest'
import { campaignZones, houseZone, peopleZones, sameClock } from '../../../src/features/doctor/zones.js'

const at = new Date('2026-05-13T01:00:00Z')
const living = (...zones: string[]) => zones.map((zone) => ({ zone }))

describe('two zones', () => {
  it('are one clock when they show the same time all year, whatever they are called', () => {
    expect(sameClock('Asia/Chongqing', 'Asia/Shanghai', at)).toBe(true)
    expect(sameClock('Asia/Taipei', 'Asia/Shanghai', at)).toBe(true)
    expect(sameClock('Asia/Tokyo', 'Asia/Shanghai', at)).toBe(false)
  })

  it('are two when they part for the summer only', () => {
    expect(sameClock('Europe/Berlin', 'Africa/Lagos', new Date('2026-01-13T01:00:00Z'))).toBe(false)
    expect(sameClock('Europe/Berlin', 'Africa/Johannesburg', at)).toBe(false)
  })

  it('are two when one of them is none', () => {
    expect(sameClock('Mars/Base', 'Asia/Shanghai', at)).toBe(false)
  })
})

describe('the zone of the house', () => {
  it('is wrong when more than half of the people live by another clock', () => {
    const people = living('Asia/Tokyo', 'Asia/Seoul', 'Asia/Shanghai')
    expect(houseZone('Asia/Shanghai', people, at)).toEqual([
      {
        area: 'house',
        what: 'zoneHouse',
        level: 'warn',
        params: { house: 'Asia/Shanghai', zone: 'Asia/Tokyo', count: 2, total: 3 },
      },
    ])
  })

  it('is right when nobody is here, when half live elsewhere, or when theirs is another name of it', () => {
    expect(houseZone('Asia/Shanghai', [], at)).toEqual([])
    expect(houseZone('Asia/Shanghai', living('Asia/Tokyo', 'Asia/Shanghai'), at)).toEqual([])
    expect(houseZone('Asia/Shanghai', living('Asia/Chongqing', 'Asia/Taipei'), at)).toEqual([])
  })
})

describe('the zone of a person', () => {
  const person = (name: string, zone: string, ...told: string[]) => ({ name, zone, told })

  it('is doubted when it is none of those their platforms tell', () => {
    const found = peopleZones(
      [
        person('Anna', 'Asia/Shanghai', 'Europe/Berlin'),
        person('Ben', 'Asia/Shanghai', 'Europe/Berlin', 'Asia/Chongqing'),
        person('Cem', 'Asia/Shanghai'),
      ],
      at,
    )
    expect(found.map(({ params }) => params)).toEqual([
      { name: 'Anna', zone: 'Asia/Shanghai', told: 'Europe/Berlin' },
    ])
  })

  it('is said of five people, and how many more there are', () => {
    const many = Array.from({ length: 12 }, (_, i) => person(`P${i}`, 'Asia/Shanghai', 'Asia/Tokyo'))
    const found = peopleZones(many, at)
    expect(found).toHaveLength(6)
    expect(found.at(-1)).toEqual({ area: 'people', what: 'more', level: 'warn', params: { count: 7 } })
  })

  it('is said with a name that fits a line', () => {
    const [found] = peopleZones([person('长'.repeat(200), 'Asia/Shanghai', 'Asia/Tokyo')], at)
    expect([...String(found?.params?.name)]).toHaveLength(60)
  })
})

describe('the zone of a campaign', () => {
  const campaign = (zone: string, owner: { name: string; zone: string } | null) => ({
    ...{ id: 1, name: '618', zone },
    owner,
  })

  it('is doubted when its owner lives by another clock', () => {
    const found = campaignZones([campaign('Asia/Shanghai', { name: '经理', zone: 'Europe/Berlin' })], at)
    expect(found[0]).toMatchObject({
      area: 'campaign',
      what: 'zoneCampaign',
      params: { campaign: 'C-1 618', zone: 'Asia/Shanghai', owner: '经理', theirs: 'Europe/Berlin' },
    })
  })

  it('is not doubted when they agree, or when the owner has left', () => {
    expect(campaignZones([campaign('Asia/Shanghai', { name: 'x', zone: 'Asia/Taipei' })], at)).toEqual([])
    expect(campaignZones([campaign('Asia/Shanghai', null)], at)).toEqual([])
  })
})
