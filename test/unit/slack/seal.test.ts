/** Sealed tokens are opened by nobody but us, nowhere but where they belong. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSeal } from '../../../src/platforms/slack/seal.js'

const seal = createSeal('a state secret')
const token = '{"bot":{"token":"xoxb-1-2-abc"},"team":"鼓点 🥁"}'

describe('a seal', () => {
  it('opens what it closed, whatever it was', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, of) => {
        expect(seal.open(seal.close(plain, of), of)).toBe(plain)
      }),
    ))

  it('shows nothing of what is in it, and closes the same thing differently each time', () => {
    const sealed = seal.close(token, 'T1')
    expect(sealed).toMatch(/^[A-Za-z0-9+/]+=*$/)
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('xoxb')
    expect(seal.close(token, 'T1')).not.toBe(sealed)
  })

  it('does not open for another workspace', () => {
    expect(() => seal.open(seal.close(token, 'T1'), 'T2')).toThrow()
    expect(() => seal.open(seal.close(token, 'T1'), 'T1 ')).toThrow()
  })

  it('does not open with another secret, but with the same one anew', () => {
    expect(() => createSeal('a state secreT').open(seal.close(token, 'T1'), 'T1')).toThrow()
    expect(createSeal('a state secret').open(seal.close(token, 'T1'), 'T1')).toBe(token)
  })

  it('does not open when a single bit was changed', () => {
    const bytes = Buffer.from(seal.close(token, 'T1'), 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => seal.open(changed.toString('base64'), 'T1')).toThrow()
    }
  })

  it('does not open when something is missing', () => {
    const bytes = Buffer.from(seal.close(token, 'T1'), 'base64')
    for (let length = 0; length < bytes.length; length++) {
      expect(() => seal.open(bytes.subarray(0, length).toString('base64'), 'T1')).toThrow()
    }
  })
})
