/** Mentions that were cut out of a line come back where the command asks for people – nowhere else, and none is guessed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLine } from '../../../src/engine/words/grammar.js'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createPhrases } from '../../../src/engine/words/phrases.js'
import { registry } from '../../support/samples.js'

const phrases = createPhrases(registry, readLocales())
const args = (line: string, ...mentioned: string[]) => {
  const parsed = parseLine(phrases, line, mentioned)
  return parsed.kind === 'command' ? parsed.args : parsed
}

describe('a mention whose place is not known', () => {
  it.each([
    [
      '新建任务 海报  5月1日 5月3日',
      ['li'],
      { name: '海报', owner: '<@li>', start: '5月1日', due: '5月3日' },
    ],
    ['新建任务  海报 ', ['li'], { name: '海报', owner: '<@li>' }],
    [
      'task add Poster owner= start=2024-05-01',
      ['li'],
      { name: 'Poster', owner: '<@li>', start: '2024-05-01' },
    ],
    ['指派任务 M-003 ', ['li'], { task: 'M-003', person: '<@li>' }],
    ['授予角色  策划', ['li'], { person: '<@li>', role: 'planner' }],
    ['新建活动 夏季 6.1', ['li'], { name: '夏季', launch: '6.1', owner: '<@li>' }],
    ['新建任务 ', ['li'], { owner: '<@li>' }],
  ] as [string, string[], Record<string, string>][])('“%s” with %j', (line, mentioned, meant) => {
    expect(args(line, ...mentioned)).toEqual(meant)
  })

  it('stands before a person named later, wherever the words put it', () => {
    const meant = { name: '海报', owner: '<@li>', start: '5.1', due: '5.3', approver: '<@wang>' }
    expect(args('新建任务 海报  5.1 5.3 审批人=', 'li', 'wang')).toEqual(meant)
    expect(args('新建任务 审批人= 海报  5.1 5.3', 'wang', 'li')).toEqual(meant)
  })

  it('never becomes a second person by chance: two for one place are both said, and the command refuses them', () => {
    const two = { name: '海报', owner: '<@li>, <@wang>', start: '5.1' }
    expect(args('新建任务 海报  5.1', 'li', 'wang')).toEqual(two)
    expect(args('新建任务 海报 、 5.1', 'li', 'wang')).toEqual(two)
    expect(args('新建任务 海报 5.1 负责人=,  ', 'li', 'wang')).toEqual(two)
    expect(args('指派任务 M-003 负责人=李四', 'wang')).toEqual({ task: 'M-003', person: '李四, <@wang>' })
  })

  it('leaves a person who was typed as a word where they are', () => {
    expect(args('新建任务 海报 李四 5.1 审批人=', 'wang')).toEqual({
      ...{ name: '海报', owner: '李四', start: '5.1', approver: '<@wang>' },
    })
  })

  it('is the words that are missing where a command asks for no people', () => {
    expect(args('修改任务 M-003 负责人 ', 'li')).toEqual({ task: 'M-003', field: 'owner', value: '<@li>' })
  })

  it('means nothing where nothing is missing', () => {
    expect(args('任务 M-003 ', 'li')).toEqual({ task: 'M-003' })
    expect(args('活动 ', 'li')).toEqual({})
  })
})

interface Written {
  name: string
  value: string
  named: boolean
  person: boolean
}

/** Some arguments of a command of the house, in an order in which the grammar reads them, people by mention. */
const written = fc
  .constantFrom(...[...registry.commands.keys()].filter((name) => phrases.argsOf(name).people.size > 0))
  .chain((command) => {
    const { order, people } = phrases.argsOf(command)
    return fc
      .record({
        count: fc.nat(order.length),
        extra: fc.subarray(order),
        places: fc.array(fc.nat(100), { minLength: order.length, maxLength: order.length }),
      })
      .map(({ count, extra, places }) => {
        const arg = (name: string, named: boolean): Written => ({
          name,
          named,
          person: people.has(name),
          value: people.has(name) ? `<@u${order.indexOf(name)}>` : `"w${order.indexOf(name)}"`,
        })
        const line = order.slice(0, count).map((name) => arg(name, false))
        for (const name of extra.filter((one) => order.indexOf(one) >= count))
          line.splice((places[order.indexOf(name)] ?? 0) % (line.length + 1), 0, arg(name, true))
        return { command, line }
      })
  })
  // Between the same two words, a named and an unnamed mention leave no trace of which came first.
  .filter(
    ({ line }) =>
      !line.some((one, i) => {
        const before = line.slice(0, i).findLast(({ named, person }) => person || !named)
        return one.person && !one.named && before?.named
      }),
  )
  .filter(({ line }) => line.some(({ person }) => person))

it('means the same with the mentions in their places and cut out, for every command of the house', () => {
  fc.assert(
    fc.property(written, ({ command, line }) => {
      const spelled = (value: (arg: Written) => string) =>
        [command, ...line.map((one) => `${one.named ? `${one.name}=` : ''}${value(one)}`)].join(' ')
      const mentioned = line.filter(({ person }) => person).map(({ value }) => value.slice(2, -1))
      const whole = parseLine(
        phrases,
        spelled(({ value }) => value),
      )
      const cut = parseLine(
        phrases,
        spelled(({ value, person }) => (person ? '' : value)),
        mentioned,
      )
      expect(cut).toEqual(whole)
    }),
    { numRuns: 1000 },
  )
})
