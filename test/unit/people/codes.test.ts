/** One-time codes: how they look, and how they may be typed. */
import { describe, expect, it } from 'vitest'
import { newCode, readCode } from '../../../src/features/people/codes.js'

describe('a code', () => {
  it('has two halves of letters and digits that nobody mistakes for one another', () => {
    const codes = Array.from({ length: 500 }, newCode)
    for (const code of codes) expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(codes.join('')).not.toMatch(/[01BILOSUZ]/)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it.each(['7KQ4-M2XD', ' 7kq4m2xd ', '７ＫＱ４－Ｍ２ＸＤ', '7KQ4 M2XD', '“7kq4–m2xd”'])(
    'may be typed as %s',
    (typed) => {
      expect(readCode(typed)).toBe('7KQ4-M2XD')
    },
  )

  it('is not found in other words', () => {
    expect(readCode('')).toBe('-')
    expect(readCode('活动 7KQ4-M2XD')).not.toBe('7KQ4-M2XD')
    expect(readCode('7KQ4-M2XD-1')).not.toBe('7KQ4-M2XD')
  })
})
