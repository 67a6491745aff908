/** Whether somebody may use a command, and what is missing if not; pure. */
import { holds, missingFor, opens, type Right } from '../../kit/rights.js'

/** `depends`: on the thing in question, e.g. on the campaign whose general owner one is. */
export type Verdict = 'may' | 'depends' | 'lacks'

/** @param owner whether they are the general owner of the campaign in question; null where it is not known */
export const verdictOn = (roles: readonly string[], right: Right, owner: boolean | null): Verdict => {
  if (holds(roles, right, { owner: owner === true })) return 'may'
  if (!opens(roles, right)) return 'lacks'
  const others = missingFor(right).some((one) => one === 'own' || one === 'signer')
  return owner === null || others ? 'depends' : 'lacks'
}

export interface Question {
  command: string
  person?: string
  campaign?: string
}

const aboutPerson = /^(?:<@[^>]+>|[@＠]\S+)$/u
const aboutCampaign = /^C[-－]?\d+$/iu

/** `budget set @专员 C-2`: the command, and at its end about whom and where. */
export const questionIn = (text: string): Question => {
  const words = text.trim().split(/\s+/)
  const question: Question = { command: '' }
  for (let last = words.at(-1); words.length > 1 && last !== undefined; last = words.at(-1)) {
    if (question.person === undefined && aboutPerson.test(last)) question.person = last
    else if (question.campaign === undefined && aboutCampaign.test(last)) question.campaign = last
    else break
    words.pop()
  }
  return { ...question, command: words.join(' ') }
}
