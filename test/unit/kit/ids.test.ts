/** Short ids as people type them, and as the bot writes them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatId, parseId } from '../../../src/kit/ids.js'

const prefix = fc.constantFrom('C', 'M', 'A', 'K', 'I', 'P', 'G')
const number = fc.integer({ min: 1, max: 999_999_999 })

describe('an id', () => {
  it('is written with its letter, tasks with three digits as in 003-T2', () => {
    expect(formatId('C', 12)).toBe('C-12')
    expect(formatId('M', 3)).toBe('M-003')
    expect(formatId('M', 1234)).toBe('M-1234')
  })

  it('is never written for a number that is none', () => {
    for (const n of [0, -1, 1.5, Number.NaN]) expect(() => formatId('C', n)).toThrow(RangeError)
  })

  it.each(['c12', 'C-12', 'C12', ' c-12 ', 'Ｃ－１２', 'ｃ１２', 'C – 12', 'C-0012'])(
    'is understood when typed %s',
    (text) => {
      expect(parseId(text)).toEqual({ prefix: 'C', number: 12 })
    },
  )

  it.each(['M-3', 'm3', 'M003', 'M-003', 'M-03'])('of a task is understood when typed %s', (text) => {
    expect(parseId(text)).toEqual({ prefix: 'M', number: 3 })
  })

  it('may name the campaign of a task', () => {
    expect(parseId('C-1/M-003')).toEqual({ prefix: 'M', number: 3, campaign: 1 })
    expect(parseId('ｃ１／ｍ３')).toEqual({ prefix: 'M', number: 3, campaign: 1 })
  })

  it.each([
    '',
    '12',
    'C',
    'C-0',
    'X-1',
    'C-1.5',
    'C--1',
    'CM-1',
    'C-1/C-2',
    'C-1/A-7',
    'C-1234567890',
    'M-001/M-03',
  ])('is not seen in "%s"', (text) => {
    expect(parseId(text)).toBeNull()
  })

  it('written down is read back', () => {
    fc.assert(
      fc.property(prefix, number, number, (letter, n, campaign) => {
        expect(parseId(formatId(letter, n))).toEqual({ prefix: letter, number: n })
        const full = `${formatId('C', campaign)}/${formatId('M', n)}`
        expect(parseId(full)).toEqual({ prefix: 'M', number: n, campaign })
      }),
    )
  })
})
