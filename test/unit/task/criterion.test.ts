/** Done criteria as the documents print them, and what of them is done. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  carried,
  criteriaFrom,
  criteriaText,
  readCount,
  unmetOf,
} from '../../../src/features/task/criterion.js'

const read = (text: string) => criteriaFrom(text).map(({ name, need }) => `${name}=${need}`)

describe('a done criterion', () => {
  it.each([
    ['3 素人笔记 + 1 达人深度测评', ['素人笔记=3', '达人深度测评=1']],
    ['2直播+3短视频', ['直播=2', '短视频=3']],
    ['笔记=3, 测评：1', ['笔记=3', '测评=1']],
    ['晒单 200', ['晒单=200']],
    ['10万+ 观看', ['观看=100000']],
    ['笔记=3+测评=1', ['笔记=3', '测评=1']],
    ['10 篇图文、5 短视频', ['图文=10', '短视频=5']],
    ['3 notes + 1 review', ['notes=3', 'review=1']],
  ])('is read from “%s”', (text, parts) => {
    expect(read(text)).toEqual(parts)
  })

  it.each(['笔记', '0 笔记', '-3 笔记', '1.5 笔记', '', '笔记=many', '2 笔记 + 3 笔记', '<5 笔记'])(
    'is not “%s”',
    (text) => {
      expect(() => criteriaFrom(text)).toThrow('task.error.criterion')
    },
  )

  it('keeps what was counted when it is put otherwise', () => {
    const before = [{ name: '笔记', done: 2, need: 3 }]
    expect(carried(before, criteriaFrom('5 笔记 + 1 测评'))).toEqual([
      { name: '笔记', done: 2, need: 5 },
      { name: '测评', done: 0, need: 1 },
    ])
  })

  it('is met when all of it is counted, and says how far it is', () => {
    const counts = fc.record({ done: fc.nat(20), need: fc.integer({ min: 1, max: 20 }) })
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 10 }), (all) => {
        const criteria = all.map((one, i) => ({ ...one, name: `n${i}` }))
        expect(unmetOf(criteria).length === 0).toBe(all.every(({ done, need }) => done >= need))
      }),
    )
    expect(criteriaText([{ name: '晒单', done: 180, need: 200 }])).toBe('晒单 180/200')
  })

  it('is read back from how it is written, whatever its names', () => {
    const name = fc
      .stringMatching(/^[a-z\u4e00-\u4e8f]{2,8}$/)
      .filter((text) => !/[个條条篇场場份張张]/.test(text))
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 9999 }),
        (names, need) => {
          const text = names.map((one) => `${one}=${need}`).join(' + ')
          expect(criteriaFrom(text)).toEqual(names.map((one) => ({ name: one, need })))
        },
      ),
    )
  })
})

describe('a count', () => {
  it('is a whole number of things', () => {
    expect(['12', '1.2万', '10万+', '-1', '1.5', '3%', 'x'].map(readCount)).toEqual([
      12,
      12_000,
      100_000,
      null,
      null,
      null,
      null,
    ])
  })
})
