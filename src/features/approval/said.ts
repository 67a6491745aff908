/** What somebody writes about an approval: agreement, disagreement, or words that only look like it (peers D13); pure. */

export type Said = 'agree' | 'disagree' | 'unclear'

/** Characters; who writes more than this explains something. */
const longest = 300

const subject = '(?:我们|我們|我|本人|我方|我这边|我這邊|这边|這邊)?'
const certainly = '(?:完全|非常|坚决|堅決|全部|全都|都|也|暂时|暫時|暂|暫|先|正式)?'
const object = '(?:这个方案|這個方案|该方案|該方案|此方案|方案|这个|這個|提交|执行|執行|发布|發佈)?'
const ending = '(?:了|的|啦|哈|呀|哦|喔|噢|嗯)*'
const han = (verbs: string) => new RegExp(`^${subject}${certainly}(?:${verbs})${object}${ending}$`, 'u')

const agreeing = [
  han(
    '同意|赞同|贊同|赞成|贊成|支持|批准|核准|认可|認可|通过|通過|准了|可以|没问题|沒問題|没有问题|沒有問題|无异议|無異議|没有异议|沒有異議|没异议|沒異議|没意见|沒意見|没有意见|沒有意見|好|好的|行|没毛病',
  ),
  /^(?:i )?(?:fully |totally )?(?:ok|okay|k|yes|yep|yeah|sure|approve|approved|agree|agreed|accepted|lgtm|sgtm|\+1)(?: (?:it|this|that|from me|by me|with me|for me|from my side))?$/,
  /^(?:(?:it |this |that )?(?:looks|sounds) good(?: to me)?|fine(?: with me| by me)?|all good|good to go|no objections?(?: from me)?|go ahead|ship it|you have my approval)$/,
]
const disagreeing = [
  han(
    '不同意|不赞同|不贊同|不赞成|不贊成|不批准|不予批准|不核准|不通过|不通過|不予通过|驳回|駁回|拒绝|拒絕|不行|不可以|反对|反對|否决|否決|退回',
  ),
  /^(?:i )?(?:reject|rejected|disagree|decline|declined|denied|deny|object|veto|refuse|refused|no|nope|no way|not ok|not okay|-1|do not agree|don't agree)(?: (?:it|this|that|to it|to this|with this|with it))?$/,
]
/** Says nothing about it either way. */
const besides =
  /^(?:谢谢|謝謝|多谢|多謝|感谢|感謝|辛苦了?|大家辛苦了?|辛苦大家了?|thanks|thank you|thx|cheers|great|great job|nice|great work|well done)$/u

/** Looks like a decision where it is none that is clear. */
const alike =
  /同意|赞成|贊成|赞同|贊同|批准|核准|驳回|駁回|拒绝|拒絕|反对|反對|通过|通過|不行|可以|没问题|沒問題|没意见|沒意見|\b(?:approv\w*|agree\w*|disagree\w*|reject\w*|lgtm|ok|okay)\b/u

const tokens: readonly [RegExp, string][] = [
  [/[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]/gu, ''],
  [
    /👍|✅|👌|✔|💯|🆗|:\+1:|:thumbsup:|:white_check_mark:|:ok_hand:|:heavy_check_mark:|\[赞\]|\[ok\]/gu,
    '。ok。',
  ],
  [/👎|❌|🙅(?:[♂♀])?|:-1:|:thumbsdown:|:x:|:no_good:/gu, '。no。'],
  [/<[@!#][^>]*>|[\p{Extended_Pictographic}]/gu, '。'],
  [/[’‘`´]/gu, "'"],
]

/** Parts of a line in the order in which they were said; quoted lines are somebody else's words. */
const clausesOf = (text: string): string[] => {
  const own = text.split(/\r?\n/).filter((line) => !/^\s*(?:>|&gt;)/.test(line))
  const read = tokens.reduce(
    (so, [from, to]) => so.replace(from, to),
    own.join('。').normalize('NFKC').toLowerCase(),
  )
  const clauses = read.split(/[,，。.!！;；、~～…:：\n]+|——+/u)
  return clauses.map((clause) => clause.replace(/\s+/g, ' ').trim()).filter((clause) => clause !== '')
}

const asks = /[?？]|[吗嗎么麼呢吧]\s*[。.!！~～]*\s*$/u

type Reading = 'agree' | 'disagree' | 'besides' | null

const simple = (clause: string): Reading => {
  if (agreeing.some((words) => words.test(clause))) return 'agree'
  if (disagreeing.some((words) => words.test(clause))) return 'disagree'
  return besides.test(clause) ? 'besides' : null
}

/** `ok 同意`: words side by side that all say the same. */
const readClause = (clause: string): Reading => {
  const whole = simple(clause)
  if (whole || !clause.includes(' ')) return whole
  const parts = new Set(clause.split(' ').map(simple))
  return parts.size === 1 ? ([...parts][0] ?? null) : null
}

/**
 * What `text` says, or null where it speaks of something else. Only what is plainly said counts: a question, a condition,
 * a reservation, a hedge or agreement with a person is `unclear`. After a plain refusal the rest is its reason.
 */
export const saidIn = (text: string): Said | null => {
  if (text.length > longest) return null
  const clauses = clausesOf(text)
  const look = clauses.join(' ')
  const readings = clauses.map(readClause)
  const [first] = readings
  const has = (reading: Reading) => readings.includes(reading)
  if (!has('agree') && !has('disagree')) return alike.test(look) ? 'unclear' : null
  if (asks.test(text)) return 'unclear'
  if (has('agree') && has('disagree')) return 'unclear'
  if (has('agree')) return has(null) ? 'unclear' : 'agree'
  return first === 'disagree' && !conditional.test(look) ? 'disagree' : 'unclear'
}

/** Refused for now, or unless: what is meant has to be said by a press. */
const conditional = /除非|如果|的话|的話|但是|不过|不過|\b(?:unless|if|but|until)\b/u
