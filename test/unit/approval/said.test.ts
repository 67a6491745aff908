import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidIn } from '../../../src/features/approval/said.js'

const agree = [
  ...[
    '同意',
    '同意！',
    '同意。',
    '我同意',
    '完全同意',
    '同意了',
    '同意该方案',
    '我方同意',
    '都同意',
    '赞成',
    '批准',
    '通过',
  ],
  ...[
    '可以',
    '可以的',
    '没问题',
    '没问题！！',
    '无异议',
    '没意见',
    '好的',
    '行',
    'OK',
    'ok.',
    'Okay!',
    'OK 同意',
  ],
  ...['沒問題', '沒意見', '贊成', '核准', '認可', '通過', '我們同意', '同意，謝謝'],
  ...[
    'approved',
    'Approved.',
    'I approve',
    'I agree',
    'agreed',
    'LGTM',
    'lgtm!',
    'Looks good to me',
    'looks good',
  ],
  ...['fine with me', 'go ahead', '+1', 'yes', 'OK from my side', 'Approved, thanks', 'no objections'],
  ...[
    '👍',
    '👍👍👍',
    '👍🏽',
    '✅',
    ':+1:',
    ':white_check_mark: approved',
    '同意👍',
    '同意，辛苦了',
    '  同意  ',
    '同意🎉',
  ],
  ...['<@T1/U9> 同意', 'ＯＫ', '同意~', '[赞]'],
]
const disagree = [
  ...[
    '不同意',
    '不同意！',
    '我不同意',
    '坚决不同意',
    '暂不同意',
    '驳回',
    '不行',
    '不可以',
    '拒绝',
    '反对',
    '不同意，预算太高',
  ],
  ...['不通过', '不予批准', '否决', '駁回', '拒絕', '不贊成', '反對', '不同意：預算太高', '不行，時間太短'],
  ...[
    'reject',
    'Rejected.',
    'I reject this',
    'disagree',
    'I disagree',
    'I don’t agree',
    'no',
    'no way',
    'declined',
  ],
  ...['👎', ':-1:', '❌', 'No, the budget is too high'],
]
const unclear = [
  ...[
    '同意吗？',
    '同意吗',
    '同意不？',
    '你同意吗',
    '大家同意吗',
    '可以吗？',
    '没问题吧？',
    '都同意了吗',
    '同意嗎？',
    '可以嗎',
  ],
  ...[
    '原则上同意',
    '原则上同意但预算要减',
    '基本同意',
    '同意，但是预算要减',
    '同意，预算按30万执行',
    '部分同意',
  ],
  ...[
    '同意的话请点按钮',
    '如果改了就同意',
    '改完就同意',
    '我同意你的看法',
    '我同意小王说的',
    '他同意了吗',
    '张总同意',
    '等财务批准',
  ],
  ...[
    '不同意的话请说明',
    '不行，除非改预算',
    '我没说不同意',
    '不是不同意',
    '同意还是不同意',
    '不同意？',
    '不，同意',
  ],
  ...['原則上同意，但要修改', '如果改了就同意吧', '我同意你的說法', '不反对'],
  ...[
    'not approved',
    'approved?',
    'approve if the budget is cut',
    'I agree with Tom',
    'ok but change the date',
  ],
  ...[
    'who approved this',
    'is that ok',
    'agree in principle',
    'not yet approved',
    'no, approved',
    'OK?',
    '“同意”',
  ],
  ...['“不同意”是什么意思', 'reject it unless it changes', 'I would reject this', 'please approve'],
]
const elsewhere = [
  ...[
    '',
    '   ',
    '…',
    '？',
    '谢谢',
    'thanks',
    '下午开会',
    '预算是多少',
    '收到',
    'when is it due?',
    '🎉',
    '在吗',
    '> 同意',
  ],
  ...['&gt; 同意\n下午说', 'A-7', '<@T1/U9>', '知道了', `同意${'。同意'.repeat(200)}`],
]

describe('what somebody writes about an approval', () => {
  it.each(agree)('agrees: %s', (text) => expect(saidIn(text)).toBe('agree'))
  it.each(disagree)('disagrees: %s', (text) => expect(saidIn(text)).toBe('disagree'))
  it.each(unclear)('is not clear: %s', (text) => expect(saidIn(text)).toBe('unclear'))
  it.each(elsewhere)('speaks of something else: %s', (text) => expect(saidIn(text)).toBe(null))

  it('is read whatever it is', () => {
    const pieces = fc.constantFrom(
      ...agree,
      ...disagree,
      ...unclear,
      '，',
      '?',
      ' ',
      '\n',
      '但是',
      '\u0000',
      '\ud83d',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 6 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (line) => {
        expect(['agree', 'disagree', 'unclear', null]).toContain(saidIn(line))
      }),
    )
  })

  it('never agrees with a question, a condition or a but', () => {
    const after = fc.constantFrom(
      '？',
      '吗',
      '?',
      '，但是要改',
      '的话',
      '，如果改了',
      '，除非',
      ', but not yet',
      ' if changed',
    )
    fc.assert(
      fc.property(fc.constantFrom(...agree), after, (line, end) => {
        expect(saidIn(`${line}${end}`)).not.toBe('agree')
      }),
    )
  })
})
