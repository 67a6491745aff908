/** What people type, in either language, becomes a command and its arguments – and never more than that. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createRegistry } from '../../../src/engine/registry.js'
import { parseLine } from '../../../src/engine/words/grammar.js'
import type { Catalogue, CommandWords } from '../../../src/engine/words/locales.js'
import { createPhrases } from '../../../src/engine/words/phrases.js'
import { choice, day, long, ref, seen, word } from '../../../src/kit/args.js'
import { defineCommand } from '../../../src/kit/command.js'

const command = (name: string, args: z.ZodObject) =>
  defineCommand({ name, args, may: 'ask', run: async () => null })
const registry = createRegistry([
  {
    name: 'sample',
    commands: [
      command('approve', z.object({ approval: ref(), comment: long().optional(), seen: seen() })),
      command('reject', z.object({ approval: ref(), reason: long() })),
      command('submit', z.object({ subject: choice(['plan', 'goals']) })),
      command('new', z.object({ name: word(), launch: day(), end: day().optional() })),
      command('task-add', z.object({ name: word(), owner: word() })),
      command('plan-set', z.object({ item: word(), content: long(), campaign: ref().optional() })),
    ],
  },
])
const english: Record<string, CommandWords> = {
  approve: { words: ['approve', 'agree'], summary: '', example: '' },
  reject: { words: ['reject'], summary: '', example: '' },
  submit: {
    words: ['submit'],
    summary: '',
    example: '',
    args: { subject: { label: 'Subject', options: { plan: 'campaign plan', goals: 'goal letter' } } },
  },
  new: {
    words: ['new', 'create campaign'],
    summary: '',
    example: '',
    args: { launch: { label: 'Launch', words: ['from'] } },
  },
  'task-add': { words: ['task add', 'add task'], summary: '', example: '' },
}
const chinese: Record<string, CommandWords> = {
  approve: { words: ['同意', '批准'], summary: '', example: '', args: { comment: { label: '意见' } } },
  reject: { words: ['驳回'], summary: '', example: '' },
  submit: {
    words: ['提交'],
    summary: '',
    example: '',
    args: { subject: { label: '内容', options: { plan: '方案|活动策划方案', goals: '目标' } } },
  },
  new: {
    words: ['新建活动'],
    summary: '',
    example: '',
    args: { name: { label: '名称' }, launch: { label: '上线' } },
  },
  'task-add': { words: ['新建任务'], summary: '', example: '' },
}
const catalogue = {
  messages: { en: new Map(), 'zh-CN': new Map(), 'zh-TW': new Map() },
  command: (language: string, _feature: string, name: string) =>
    language === 'en' ? english[name] : chinese[name],
} as unknown as Catalogue
const phrases = createPhrases(registry, catalogue)
const parse = (line: string) => parseLine(phrases, line)
const called = (name: string, args: Record<string, string>) => ({ kind: 'command', command: name, args })

describe('a typed line', () => {
  it.each([
    ['approve A-7', 'approve', { approval: 'A-7' }],
    ['  AGREE   A-7  ', 'approve', { approval: 'A-7' }],
    ['ａｐｐｒｏｖｅ A-7', 'approve', { approval: 'A-7' }],
    ['同意 A-7 "可以"', 'approve', { approval: 'A-7', comment: '可以' }],
    ['同意A-7', 'approve', { approval: 'A-7' }],
    ['批准　A-7　没有问题', 'approve', { approval: 'A-7', comment: '没有问题' }],
    ['同意 A-7 意见：按预算来', 'approve', { approval: 'A-7', comment: '按预算来' }],
    ['reject A-7 返场期 budget  missing', 'reject', { approval: 'A-7', reason: '返场期 budget  missing' }],
    ['submit plan', 'submit', { subject: 'plan' }],
    ['提交 活动策划方案', 'submit', { subject: 'plan' }],
    ['提交方案', 'submit', { subject: 'plan' }],
  ] as [string, string, Record<string, string>][])('“%s” is %s', (line, name, args) => {
    expect(parse(line)).toEqual(called(name, args))
  })

  it('keeps quoted data exactly as it was typed', () => {
    const name = '618年中狂欢·全场满300减50 <!channel> *a* ２０万'
    expect(parse(`new "${name}" launch=2024-06-01`)).toEqual(called('new', { name, launch: '2024-06-01' }))
    expect(parse(`新建活动 “${name}” 上线：2024-06-01`)).toEqual(
      called('new', { name, launch: '2024-06-01' }),
    )
    expect(parse(`新建 活动 「${name}」 6.1 6.25`)).toEqual(
      called('new', { name, launch: '6.1', end: '6.25' }),
    )
  })

  it('takes an unknown name before a colon as data: links, times and shouts are no arguments', () => {
    expect(parse('reject A-7 see https://example.com/x at 10:30')).toEqual(
      called('reject', { approval: 'A-7', reason: 'see https://example.com/x at 10:30' }),
    )
  })

  it('lets free text run to the end of the line, unless it is quoted', () => {
    const content = '推广费30万 物料费5万: 先付一半'
    expect(parse(`plan-set budget ${content}`)).toEqual(called('plan-set', { item: 'budget', content }))
    expect(parse(`plan-set budget "${content}" C-2`)).toEqual(
      called('plan-set', { item: 'budget', content, campaign: 'C-2' }),
    )
    expect(parse(`plan-set budget ${content} campaign=C-2`)).toEqual(
      called('plan-set', { item: 'budget', content, campaign: 'C-2' }),
    )
  })

  it('takes a word before a colon as data when only another command has an argument of that name', () => {
    expect(parse('reject A-7 请看 上线：改到周五')).toEqual(
      called('reject', { approval: 'A-7', reason: '请看 上线：改到周五' }),
    )
  })

  it('takes a list with commas as one value', () => {
    expect(parse('task add Poster *文案, *设计')).toEqual(
      called('task-add', { name: 'Poster', owner: '*文案, *设计' }),
    )
  })

  it('prefers the longest phrase', () => {
    expect(parse('task add KOC筛选 @li')).toEqual(called('task-add', { name: 'KOC筛选', owner: '@li' }))
  })

  it('is nothing when it is empty', () => {
    expect(parse('  　 ')).toEqual({ kind: 'empty' })
  })

  it('offers what may have been meant and executes nothing', () => {
    expect(parse('aprove A-7')).toEqual({
      kind: 'unknown',
      typed: 'aprove',
      meant: [{ line: 'approve A-7', command: 'approve', args: { approval: 'A-7' } }],
    })
    expect(parse('完全不相干的话')).toEqual({ kind: 'unknown', typed: '完全不相干的话', meant: [] })
  })

  it('never breaks, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) =>
        ['command', 'unknown', 'empty'].includes(parse(line).kind),
      ),
    )
  })

  it('never loses or changes an argument that stands in quotes', () => {
    const data = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/["“”＂]/.test(text))
    fc.assert(
      fc.property(data, (reason) => {
        expect(parse(`reject A-7 "${reason}"`)).toEqual(called('reject', { approval: 'A-7', reason }))
      }),
    )
  })
})

it('two commands never share a phrase', () => {
  const twice = createRegistry([
    { name: 'sample', commands: [command('one', z.object({})), command('two', z.object({}))] },
  ])
  const same = { messages: catalogue.messages, command: () => ({ words: ['go'], summary: '', example: '' }) }
  expect(() => createPhrases(twice, same as unknown as Catalogue)).toThrow('“go” calls both one and two')
})
