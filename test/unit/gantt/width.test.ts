import { describe, expect, it } from 'vitest'
import { widthOfWords } from '../../../src/kit/width.js'

describe('the width of words in a picture', () => {
  it('is a whole letter for Han characters, and less for Latin ones', () => {
    expect(widthOfWords('甘特图', 10)).toBe(30)
    expect(widthOfWords('Gantt', 10)).toBeCloseTo(26.2)
    expect(widthOfWords('il', 10)).toBeLessThan(widthOfWords('WM', 10) / 2)
  })

  it('is nothing for accents that stand on another letter, and for marks that turn the direction', () => {
    expect(widthOfWords('e\u0301\u202e', 10)).toBe(widthOfWords('e', 10))
  })
})
