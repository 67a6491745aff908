import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { issueCard } from '../../../src/features/issue/issue.cards.js'
import type { Issue } from '../../../src/features/issue/issue.repo.js'
import { listCard } from '../../../src/features/issue/list.cards.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { issueCalled } from './some-issue.js'

const t = createTranslators(readLocales())('en')
const viewer = { zone: 'Asia/Shanghai' }
const campaign = { id: 1, name: '618', status: 'active' }
const names = { optimizer: '优化师', manager: '经理' }
const noon = new Date('2024-06-10T12:00:00+08:00')
const seen = (issue: Issue, at = noon, of = campaign) =>
  issueCard({ issue, campaign: of, names, at })(t, viewer)
const labels = (card: ReturnType<typeof seen>) => buttonsOf(card).map(({ label }) => label)

const clicks = issueCalled('feed-ad CTR 1.2 %', {
  ...{ id: 5, impact: 'rate 80 %', measure: 'new main image', source: 'https://example.com/ads', version: 4 },
})

describe('the card of an issue', () => {
  it('shows the columns of 003-T4 and the deadline (F80)', () => {
    const words = plainCard(seen(clicks))
    expect(words).toContain('I-5 feed-ad CTR 1.2 %')
    for (const part of ['Owner: 优化师', 'Impact: rate 80 %', 'Measure: new main image', 'Status: open'])
      expect(words).toContain(part)
    expect(words).toContain('Close by: 2024-06-11 09:00\n')
  })

  it('says when it is overdue, and only then how long', () => {
    expect(plainCard(seen(clicks))).not.toContain('left')
    const late = seen(clicks, new Date('2024-06-11T12:00:00+08:00'))
    expect(plainCard(late)).toContain('Close by: 2024-06-11 09:00 · 3 hours overdue')
    expect(late.tone).toBe('bad')
  })

  it('offers Handling and Handled first, then only Handled, with the version they were drawn from', () => {
    expect(labels(seen(clicks))).toEqual(['Handling', 'Handled', 'Open issues'])
    expect(labels(seen({ ...clicks, status: 'handling' }))).toEqual(['Handled', 'Open issues'])
    const args = { issue: 'I-5', to: 'handling', seen: '4' }
    expect(buttonsOf(seen(clicks))[0]).toMatchObject({ command: 'issue-status', args })
  })

  it('offers Confirm closed and Reopen when it is handled, and Reopen when it is closed (F84)', () => {
    expect(labels(seen({ ...clicks, status: 'handled' }))).toEqual([
      'Confirm closed',
      'Reopen',
      'Open issues',
    ])
    const closed = { ...clicks, status: 'closed', closedAt: noon, closedById: 'manager' }
    expect(labels(seen(closed))).toEqual(['Reopen', 'Open issues'])
    expect(plainCard(seen(closed))).toContain('Confirmed: 经理 · 2024-06-10 12:00')
  })

  it('has no status buttons in a campaign that was called off', () => {
    expect(labels(seen(clicks, noon, { ...campaign, status: 'cancelled' }))).toEqual(['Open issues'])
  })

  it('keeps what people typed as it is, and cuts a novel only in the title', () => {
    const odd = seen({ ...clicks, title: `<!channel> *a* @all ${'长'.repeat(1900)}`, impact: '<script>' })
    expect(odd.title).toContain('<!channel> *a* @all')
    expect([...odd.title].length).toBeLessThan(140)
    expect(plainCard(odd)).toContain('长'.repeat(1900))
    expect(plainCard(odd)).toContain('<script>')
  })
})

describe('the list of issues', () => {
  const list = (open: Issue[], handled: Issue[] = [], of: typeof campaign | null = campaign) =>
    listCard({ campaign: of, open, handled, names, campaigns: { 1: '618' }, at: noon })(t, viewer)

  it('names owner, deadline and the time left, and counts what is overdue (F86)', () => {
    const late = issueCalled('late', { id: 4, dueAt: new Date('2024-06-10T10:00:00+08:00') })
    const words = plainCard(list([late, clicks]))
    expect(words).toContain('2 open issues · 618')
    expect(words).toContain('1 issue is past the 24 hours')
    expect(words).toContain('I-4 late · 优化师 · 06-10 10:00 · 2 hours overdue · open')
    expect(words).toContain('I-5 feed-ad CTR 1.2 % · 优化师 · 06-11 09:00 · 21 hours left · open')
  })

  it('puts what waits to be confirmed below, without a deadline', () => {
    const handled = issueCalled('done', { id: 6, status: 'handled' })
    const words = plainCard(list([clicks], [handled]))
    expect(words).toContain('1 open issue · 618')
    expect(words).toMatch(/Handled, to be confirmed \(1\)\n• I-6 done · 优化师 · handled/)
  })

  it('says of which campaign each is when it is one person’s', () => {
    expect(plainCard(list([clicks], [], null))).toContain('left · open · 618')
    expect(list([clicks], [], null).title).toBe('1 issue for me')
  })

  it('shows twenty and says how many more there are', () => {
    const many = Array.from({ length: 23 }, (_, i) => issueCalled(`issue number ${i + 1}.`))
    const words = plainCard(list(many))
    expect(words).toContain('issue number 20.')
    expect(words).not.toContain('issue number 21.')
    expect(words).toContain('and 3 more issues')
  })

  it('of none says so and offers to report one', () => {
    expect(plainCard(list([]))).toContain('Nothing is wrong')
    expect(buttonsOf(list([]))).toMatchObject([{ command: 'issue-add', args: { campaign: 'C-1' } }])
    expect(buttonsOf(list([], [], null))).toMatchObject([{ command: 'issue-add', args: {} }])
  })
})
