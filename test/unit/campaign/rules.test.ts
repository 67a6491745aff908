/** Stages, phases and days of a campaign, and who may change it. */
import { describe, expect, it } from 'vitest'
import {
  bounds,
  dayOf,
  gaps,
  isPublicDay,
  leads,
  outOfOrder,
  overlap,
  phaseOn,
  stageAfter,
  worksOn,
} from '../../../src/features/campaign/campaign.js'

const span = (key: string, fromOn: string, toOn: string) => ({ key, label: key, fromOn, toOn })
const prepare = span('prepare', '2024-05-01', '2024-05-10')
const warmup = span('warmup', '2024-06-01', '2024-06-10')
const burst = span('burst', '2024-06-11', '2024-06-20')
const tail = span('tail', '2024-06-21', '2024-06-25')
const campaign = { phases: [tail, prepare, burst, warmup] }

describe('the stages', () => {
  it('follow one another, S7 beside S6, and end after S9', () => {
    expect(stageAfter('S3')).toBe('S4')
    expect(stageAfter('S6')).toBe('S8')
    expect(stageAfter('S9')).toBeNull()
  })
})

describe('a day of a campaign', () => {
  it('lies in a phase, both ends included, or in none', () => {
    expect(phaseOn(campaign, '2024-06-11')?.key).toBe('burst')
    expect(phaseOn(campaign, '2024-06-20')?.key).toBe('burst')
    expect(phaseOn(campaign, '2024-05-20')).toBeNull()
  })

  it('is the second of ten', () => {
    expect(dayOf(burst, '2024-06-12')).toEqual({ day: 2, total: 10 })
    expect(dayOf(burst, '2024-06-10')).toEqual({ day: 0, total: 10 })
    expect(dayOf(burst, '2024-07-01')).toEqual({ day: 10, total: 10 })
  })

  it('is worked on in public phases also on weekends and holidays, else on working days (O50)', () => {
    expect(isPublicDay(campaign, '2024-06-10')).toBe(true)
    expect(worksOn(campaign, '2024-06-10')).toBe(true)
    expect(worksOn(campaign, '2024-05-04')).toBe(false)
    expect(isPublicDay(campaign, '2024-05-06')).toBe(false)
    expect(worksOn(campaign, '2024-05-06')).toBe(true)
  })
})

describe('the phases', () => {
  it('show the 21 days without phase of 003-T3', () => {
    expect(gaps(campaign)).toEqual([{ fromOn: '2024-05-11', toOn: '2024-05-31', days: 21 }])
  })

  it('do not share days', () => {
    const early = { ...burst, fromOn: '2024-06-09' }
    expect(overlap(campaign.phases, early)).toEqual({
      other: warmup,
      fromOn: '2024-06-09',
      toOn: '2024-06-10',
    })
    expect(overlap(campaign.phases, burst)).toBeNull()
  })

  it('keep their order', () => {
    expect(outOfOrder(campaign.phases, { ...burst, fromOn: '2024-05-15', toOn: '2024-05-16' })).toBe(warmup)
    expect(outOfOrder(campaign.phases, span('retrospective', '2024-07-01', '2024-07-07'))).toBeNull()
  })

  it('give launch and end by their public days', () => {
    expect(bounds(campaign.phases)).toEqual({ launchOn: '2024-06-01', endOn: '2024-06-25' })
    expect(bounds([prepare])).toBeNull()
  })
})

describe('who leads', () => {
  const owned = { ownerId: 'p1' }
  it('is the general owner, a planner or an administrator', () => {
    expect(leads({ id: 'p1', roles: ['member'] }, owned)).toBe(true)
    expect(leads({ id: 'p2', roles: ['planner'] }, owned)).toBe(true)
    expect(leads({ id: 'p2', roles: ['admin'] }, owned)).toBe(true)
    expect(leads({ id: 'p2', roles: ['member', 'finance'] }, owned)).toBe(false)
    expect(leads(null, owned)).toBe(false)
  })
})
