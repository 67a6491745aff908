/** What a platform tells of somebody: what is kept of it, what follows, what a newcomer may do. */
import { describe, expect, it } from 'vitest'
import { handleOf, isMention } from '../../../src/features/people/people.js'
import { following, reasonFor, rolesBy, toldBy } from '../../../src/features/people/profile.js'
import { profileOf } from '../../support/chat.js'

const house = { language: 'zh-CN', zone: 'Asia/Shanghai' } as const
const anna = profileOf('T1/U1', 'Anna', { email: 'anna@example.com' })
const told = toldBy(anna, {}, house)
const none = { zone: null, language: null, email: null }

describe('what is kept of a profile', () => {
  it('is what the platform says', () => {
    expect(told).toEqual({
      name: 'Anna',
      zone: 'Europe/Berlin',
      language: 'en',
      email: 'anna@example.com',
    })
  })

  it('is the house’s own where the platform says nothing, and what it said before where it did', () => {
    expect(toldBy(profileOf('T1/U1', 'Anna', none), {}, house)).toEqual({
      name: 'Anna',
      ...house,
      email: null,
    })
    expect(toldBy(profileOf('T1/U1', 'Anna', none), told, house)).toEqual(told)
  })

  it('has no zone that no calendar knows', () => {
    expect(toldBy({ ...anna, zone: 'Mars/Base' }, {}, house).zone).toBe('Asia/Shanghai')
  })

  it('has a name of one line and of sane length that imitates no line of ours', () => {
    const name = (text: string) => toldBy({ ...anna, name: text }, {}, house).name
    expect(name(' Anna\n\u202eapproved\t A-7\u0000 ')).toBe('Anna approved A-7')
    expect([...name('长'.repeat(500))]).toHaveLength(80)
    expect(name('<!channel> *a*')).toBe('<!channel> *a*')
    expect(name(' ')).toBe('U1')
  })

  it('says that they have left', () => {
    expect(toldBy({ ...anna, active: false }, told, house)).toEqual({ ...told, left: true })
  })
})

describe('somebody known', () => {
  const person = { name: 'Anna', zone: 'Europe/Berlin', language: 'en', email: 'anna@example.com' }

  it('follows what the platform says now', () => {
    const now = { ...told, name: 'Anna B', zone: 'Asia/Tokyo' }
    expect(following(person, told, now)).toEqual({ name: 'Anna B', zone: 'Asia/Tokyo' })
  })

  it('keeps what they chose themselves', () => {
    const chose = { ...person, language: 'zh-TW', zone: 'Asia/Taipei' }
    expect(following(chose, told, { ...told, language: 'zh-CN', zone: 'Asia/Tokyo' })).toEqual({})
  })

  it('does not change when nothing has', () => {
    expect(following(person, told, told)).toEqual({})
    expect(following(person, {}, told)).toEqual({})
  })
})

describe('a newcomer', () => {
  const roles = (standing: 'admin' | 'member' | 'guest', anyAdmin: boolean) =>
    rolesBy[reasonFor(standing, anyAdmin)]

  it('may do here what they may do there', () => {
    expect(roles('admin', true)).toEqual(['admin', 'planner'])
    expect(roles('member', true)).toEqual(['member'])
    expect(roles('guest', true)).toEqual(['guest'])
  })

  it('puts the house in order while nobody else can, unless a guest', () => {
    expect(roles('member', false)).toEqual(['admin', 'planner'])
    expect(roles('guest', false)).toEqual(['guest'])
  })
})

describe('somebody named', () => {
  it('by mention is told apart from a name', () => {
    expect([isMention(' <@T1/U2> '), isMention('<@T1/U2|anna>'), isMention('@anna')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('among namesakes is told by e-mail rather than by an id for programs', () => {
    expect(handleOf({ id: 'T1/U2', email: 'a@b.c' })).toBe('a@b.c')
    expect(handleOf({ id: 'designer', email: null })).toBe('designer')
  })
})
