/** Questions that are open: kept with the work that asked, answered by the next line of that account at that place. */
import type { Question } from '../../generated/prisma/client.js'
import { laneOf } from '../../kit/address.js'
import { folded } from '../../kit/fold.js'
import type { Incoming } from '../../kit/platform.js'
import type { Db } from '../../kit/store.js'
import { languages } from '../../kit/translate.js'
import type { House } from '../house.js'
import type { Brought } from '../words/brought.js'
import { parseLine } from '../words/grammar.js'
import { stopWordsOf } from '../words/question.js'
import { isOption, replyIn } from '../words/reply.js'
import { broughtBy } from './sent-files.js'

/** Milliseconds; what is said later than that is not said to the question any more. */
const patienceMs = 30 * 60_000

/** A question that this delivery ends. */
export interface Asked {
  question: Question
  /** It answers, it gives up, or it calls a command instead. */
  by: 'answer' | 'stop' | 'command'
  /** What the question knows, with the answer. */
  args: Record<string, string>
}

/** Somebody was faster: the question has been answered, or asks for something else by now. */
export class AnsweredMeanwhile extends Error {}

export const asksInWords = (house: House, { platform }: Incoming): boolean =>
  house.platforms.get(platform)?.formless === true

/** The question that is open for whoever did this, and what the deed means to it. */
export const askedBefore = async (house: House, incoming: Incoming, at: Date): Promise<Asked | null> => {
  if (!asksInWords(house, incoming)) return null
  const question = await house.store.prisma.question.findUnique({
    where: { platform_account_lane: keyOf(incoming) },
  })
  if (!question || at.getTime() - question.askedAt.getTime() > patienceMs) return null
  const known = question.args as Record<string, string>
  const { deed } = incoming
  if (deed.kind !== 'line')
    return deed.command === question.command ? { question, by: 'command', args: known } : null
  const brought = broughtBy(house, incoming)
  if (brought) return answeredByFile(question, brought, deed.text)
  const names = house.phrases.argsOf(question.command)
  const chosen = isOption(names, question.field, deed.text)
  const parsed = parseLine(house.phrases, deed.text)
  if (!chosen && parsed.kind === 'command') {
    // Another command may be looked up in between: the question stays.
    return parsed.command === question.command ? { question, by: 'command', args: known } : null
  }
  if (!chosen && isStop(house, deed.text)) return { question, by: 'stop', args: known }
  const said = replyIn(names, { field: question.field, known }, deed.text, deed.mentioned ?? [])
  return { question, by: 'answer', args: { ...known, ...said } }
}

/** A file answers the question what to take; with a line of its own it is a new call. */
const answeredByFile = (question: Question, brought: Brought, text: string): Asked | null => {
  if (question.command !== brought.command) return null
  const known = question.args as Record<string, string>
  const isAnswer = text === '' && question.field === brought.insteadOf
  return { question, by: isAnswer ? 'answer' : 'command', args: { ...known, ...brought.args } }
}

const isStop = (house: House, text: string): boolean =>
  languages.some((language) =>
    stopWordsOf(house.translator(language)).some((word) => folded(word) === folded(text)),
  )

/** Ends the question inside the transaction of the deed. @throws AnsweredMeanwhile so that no answer is used twice */
export const endQuestion = async (db: Db, asked: Asked | null): Promise<void> => {
  if (!asked) return
  const { platform, account, lane, command, field, askedAt } = asked.question
  const { count } = await db.question.deleteMany({
    where: { platform, account, lane, command, field, askedAt },
  })
  if (count === 0) throw new AnsweredMeanwhile()
}

/** Asks instead of whatever was asked there before. */
export const keepQuestion = async (
  db: Db,
  incoming: Incoming,
  question: Pick<Question, 'command' | 'field' | 'askedAt'> & { args: Record<string, string> },
): Promise<void> => {
  const key = keyOf(incoming)
  await db.question.upsert({
    where: { platform_account_lane: key },
    create: { ...key, ...question },
    update: question,
  })
}

const keyOf = ({ platform, account, place }: Incoming) => ({ platform, account, lane: laneOf(place) })

const attempts = 10

/** Runs `work`, which looks for a question by itself, again when that question was gone in the end. */
export const withLatestQuestion = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !(error instanceof AnsweredMeanwhile)) throw error
    }
  }
}
