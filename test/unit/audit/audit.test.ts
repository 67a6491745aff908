import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { actionText, auditCard } from '../../../src/features/audit/audit.cards.js'
import { changesOf, nounCalled, partsOf } from '../../../src/features/audit/audit.js'
import { plainCard } from '../../../src/kit/plain.js'

const translator = createTranslators(readLocales())
const [zh, en] = [translator('zh-CN'), translator('en')]

describe('what a line of the log changed', () => {
  const changes = (before: unknown, after: unknown) => changesOf('task.set', before, after)

  it('is each field that differs, and nothing that stayed', () => {
    expect(changes({ status: 'todo', owner: 'a' }, { status: 'doing', owner: 'a' })).toEqual([
      { field: 'status', before: 'todo', after: 'doing' },
    ])
  })

  it('is the new values when there was nothing before', () => {
    expect(changes(null, { status: 'todo' })).toEqual([{ field: 'status', before: null, after: 'todo' }])
    expect(changes({ text: '' }, { text: 'a' })).toEqual([{ field: 'text', before: null, after: 'a' }])
  })

  it('reads bare values, lists and taken-away values', () => {
    expect(changes('en', 'zh-CN')).toEqual([{ field: 'value', before: 'en', after: 'zh-CN' }])
    expect(changes(null, { numbers: [1, 2] })).toEqual([{ field: 'numbers', before: null, after: '1, 2' }])
    expect(changes({ owner: 'a' }, { owner: null })).toEqual([{ field: 'owner', before: 'a', after: null }])
    expect(changes(null, null)).toEqual([])
  })

  it('names the document of a signature first and the words last, whatever the order in the store', () => {
    const after = {
      role: 'x',
      reason: 'y',
      status: 'rejected',
      subject: 'plan',
      revision: 2,
      signatures: [{}],
    }
    const fields = changesOf('approval.reject', { status: 'pending' }, after).map(({ field }) => field)
    expect(fields).toEqual(['subject', 'revision', 'role', 'reason'])
  })
})

describe('a noun', () => {
  it('is known by its key and by every word of the language, however it is written', () => {
    const words = (noun: string) => zh.named('audit.nouns', noun)
    expect(nounCalled('plan', words)).toBe('plan')
    expect(nounCalled('方案', words)).toBe('plan')
    expect(nounCalled(' ＴＡＳＫ ', words)).toBe('task')
    expect(nounCalled('审批', words)).toBe('approval')
    expect(nounCalled('张三', words)).toBeNull()
  })
})

describe('an action', () => {
  it('has words, and is shown as it is stored when it has none', () => {
    expect(actionText(en, 'approval.reject')).toBe('rejected')
    expect(actionText(zh, 'approval.reject')).toBe('驳回')
    expect(actionText(en, 'weather.changed')).toBe('weather.changed')
    expect(partsOf('oddity')).toEqual({ noun: 'oddity', verb: 'oddity' })
  })
})

describe('the log', () => {
  const line = {
    at: new Date('2024-05-29T02:02:00Z'),
    who: '<@all>',
    platform: 'slack',
    action: 'task.status',
    ref: 'M-003',
    changes: [{ field: 'status', before: 'not started', after: 'in progress' }],
  }
  const card = (more: number) =>
    auditCard({ title: 'C-1', lines: [line], more })(en, { zone: 'Asia/Shanghai' })

  it('says when in the zone of the reader, who, what, before and after, and on which platform', () => {
    expect(plainCard(card(0))).toContain(
      '2024-05-29 10:02 · <@all> · changed the status M-003 · not started → in progress · Slack',
    )
  })

  it('says how many lines there are that it does not show', () => {
    expect(plainCard(card(31))).toContain('and 31 more')
    expect(plainCard(card(0))).not.toContain('more')
  })

  it('calls the clock by its name', () => {
    const lines = [{ ...line, who: null, platform: 'clock' }]
    expect(plainCard(auditCard({ title: '', lines, more: 0 })(en, { zone: 'UTC' }))).toContain('· clock ·')
  })

  it('names the platform for what it told of somebody', () => {
    const lines = [{ ...line, who: null, platform: 'slack' }]
    expect(plainCard(auditCard({ title: '', lines, more: 0 })(en, { zone: 'UTC' }))).toContain('· Slack ·')
  })
})
