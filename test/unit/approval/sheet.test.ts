/** The signed sheet in words: everything a signature rests on, also where deputies and earlier versions come in. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { sheetOf } from '../../../src/features/approval/sheet.js'
import type { SheetState } from '../../../src/features/approval/sheet.words.js'
import type { Document } from '../../../src/kit/document.js'

const translator = createTranslators(readLocales())
type Approval = SheetState['approval']
type Step = Approval['steps'][number]
type Act = SheetState['acts'][number]

const at = (time: string) => new Date(`2024-05-${time}:00+08:00`)
const step = (position: number, role: string, signerId: string, more: Partial<Step> = {}): Step => ({
  ...{
    id: position,
    approvalId: 7,
    position,
    kind: 'sign',
    role,
    signerId,
    status: 'approved',
    needed: null,
  },
  ...{ veto: false, askedAt: null, asks: null, value: null, givenById: null, decidedById: signerId },
  ...{ decidedAt: at('29T10:02'), platform: 'slack', comment: null, carried: false },
  ...more,
})
const approval: Approval = {
  ...{ id: 7, campaignId: 1, subject: 'plan', topic: '', revision: 2, preset: 'generic', status: 'approved' },
  ...{ contentHash: '9f'.repeat(32), submittedById: 'p', submittedAt: at('28T09:00'), version: 3 },
  decidedAt: at('29T10:02'),
  content: {
    sections: [
      { item: 'budget', content: '=53万' },
      { item: 'risk', content: '' },
    ],
  },
  comments: [{ id: 1, approvalId: 7, byId: 'p', at: at('28T15:00'), text: '与去年相比？' }],
  steps: [
    step(1, 'marketing-manager', 'm', { carried: true, decidedAt: at('24T16:00') }),
    step(2, 'finance', '甲', { decidedById: '乙', comment: '注意库存', value: '48' }),
    step(3, 'finance', 'f', { givenById: 'g', status: 'pending', decidedById: null, decidedAt: null }),
  ],
}
const act = (id: number, actorId: string | null, action: string, sealed: boolean): Act => ({
  ...{ id: BigInt(id), at: at('29T10:00'), organisation: '', actorId, platform: actorId ? 'slack' : 'clock' },
  ...{
    action,
    subject: 'approval:7',
    campaignId: 1,
    before: null,
    after: { comment: '注意库存' },
    cause: null,
  },
  seal: sealed ? { seq: id, hash: 'c5d3'.repeat(16) } : null,
})
const state: SheetState = {
  approval,
  campaign: { id: 1, name: '618 <!channel>', status: 'active', launchOn: '2024-06-08' },
  names: { p: '策划', m: '李经理', f: '丁', g: '丙' },
  zone: 'Asia/Shanghai',
  revisions: [{ ...approval, id: 5, revision: 1, status: 'rejected' }, approval],
  acts: [act(876, '乙', 'approval.approve', true), act(877, null, 'approval.urge', false)],
  more: 3,
}

/** Rows of all tables and pairs, their cells joined. */
const linesIn = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'pairs') return block.pairs.map((pair) => pair.join(' | '))
    return block.kind === 'table' ? block.rows.map((row) => row.join(' | ')) : [block.text]
  })

describe('the signed sheet', () => {
  const sheet = sheetOf(translator('zh-CN'), state)
  const lines = linesIn(sheet)

  it('names document, version, campaign and the hashes that it can be checked by', () => {
    expect(sheet.title).toBe('签批单 · A-7 《活动策划方案》 v2')
    expect(lines).toContain('活动 | C-1 618 <!channel>')
    expect(lines).toContain(`内容哈希 | ${'9f'.repeat(32)}`)
    expect(lines).toContain(`日志位置与哈希 | #876 ${'c5d3'.repeat(16)}`)
    expect(lines).toContain('时间所用时区 | Asia/Shanghai')
    expect(sheet.foot).toBe('Drumbeat · A-7 v2 · 9f9f9f9f9f9f · Asia/Shanghai')
  })

  it('shows the whole frozen content, also what was left empty', () => {
    expect(lines).toContain('预算分配 | =53万')
    expect(lines).toContain('风险预案 | 未填写')
  })

  it('tells who signed for whom, what was carried over and what was passed on', () => {
    expect(lines).toContain('1 | 市场部经理 | 李经理 | 已同意\n此前已签，仍然有效 | 2024-05-24 16:00 | ')
    expect(lines.find((line) => line.startsWith('2 |'))).toMatch(
      /乙 代 甲 \| 已同意 \| 2024-05-29 10:02 \| 48\n注意库存$/,
    )
    expect(lines.find((line) => line.startsWith('3 |'))).toMatch(/丁\n由 丙 转来 \| 待签字 \| – \| $/)
  })

  it('lists comments, earlier versions and the acts from the log with their places', () => {
    expect(lines).toContain('2024-05-28 15:00 | 策划 | 与去年相比？')
    expect(lines).toContain('A-5 v1 | 已驳回 | 策划 | 2024-05-28 09:00 | 2024-05-29 10:02')
    expect(lines).toContain('2024-05-29 10:00 | 乙\nSlack | 签字同意 | 注意库存 | #876\nc5d3c5d3c5d3')
    expect(lines).toContain('2024-05-29 10:00 | 定时任务 | 催办 | 注意库存 | –')
    expect(lines).toContain('……还有 3 条')
  })

  it('is there in every language', () => {
    expect(sheetOf(translator('en'), state).title).toMatch(/^Approval sheet · A-7 /)
    expect(sheetOf(translator('zh-TW'), state).title).toMatch(/^簽核單 · A-7 /)
  })
})
