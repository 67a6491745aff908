/** What people write into the column 前置依赖, and what is understood of it. */
import { describe, expect, it } from 'vitest'
import { predecessorsIn } from '../../../src/features/task/predecessors.js'
import { taskNamed } from './some-task.js'

const tasks = ['KOC筛选', '种草内容策划', '素材制作', '内容发布排期', 'Poster, big', '短片', '短片'].map(
  (name, i) => taskNamed(name, { id: 100 + i, number: i + 1 }),
)
const read = (text: string) => {
  const found = predecessorsIn(text, tasks, 1)
  if ('fault' in found) return `${found.fault} ${found.given}`
  return [found.tasks.map(({ number }) => number).join(), found.words, found.misspelt.join()]
}

describe('predecessors are read', () => {
  it('from ids, however they are written', () => {
    expect(read('M-001, M-003')).toEqual(['1,3', null, ''])
    expect(read('m1，Ｍ－３、M 2')).toEqual(['1,3,2', null, ''])
    expect(read('C-1/M-004; M-004')).toEqual(['4', null, ''])
    expect(read('M-001/M-002')).toEqual(['1,2', null, ''])
    expect(read('M-001和M-002')).toEqual(['1,2', null, ''])
  })

  it('from exact names, also with a comma in them', () => {
    expect(read('素材制作，KOC筛选')).toEqual(['3,1', null, ''])
    expect(read('Poster, big')).toEqual(['5', null, ''])
  })

  it('with the words beside them, which are kept (003-T2 r3, r4)', () => {
    expect(read('M-002 plan confirmed')).toEqual(['2', 'plan confirmed', ''])
    expect(read('M-002内容策划案确认后')).toEqual(['2', '内容策划案确认后', ''])
    expect(read('M-001 / "M-03" done')).toEqual(['1,3', 'done', 'M-03'])
    expect(read('M-002 与会者确认')).toEqual(['2', '与会者确认', ''])
  })

  it('as M-003 where M-03 or M-0003 is written, which is said; M-3 is only short (O18)', () => {
    expect(read('M-03, M-3, M-0003')).toEqual(['3', null, 'M-03,M-0003'])
    expect(read('M-3')).toEqual(['3', null, ''])
  })

  it('not at all where one of them is nothing of this campaign: it is named', () => {
    expect(read('M-001, M-099')).toBe('unknown M-099')
    expect(read('M-001, Postr')).toBe('unknown Postr')
    expect(read('C-2/M-001')).toBe('elsewhere C-2/M-001')
    expect(read('短片')).toBe('several 短片')
    expect(read('M-0')).toBe('unknown M-0')
    expect(read('ATM-001')).toBe('unknown ATM-001')
  })

  it('as nothing where there are only separators', () => {
    expect(read(' , / ')).toEqual(['', null, ''])
  })

  it('in no time from a novel', () => {
    const began = performance.now()
    predecessorsIn('M-001 '.repeat(1600), tasks, 1)
    predecessorsIn(' '.repeat(10_000), tasks, 1)
    predecessorsIn(`M${' '.repeat(9_990)}`, tasks, 1)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
