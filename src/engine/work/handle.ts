/** From a stored delivery to its effect: by whom, may they, which command – one transaction. */
import { button } from '../../kit/card.js'
import type { Command } from '../../kit/command.js'
import type { Actor, Answer } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { answerWord, personalWord, refusalWord } from '../../kit/event.js'
import type { Incoming, Outcome } from '../../kit/platform.js'
import { refusalOf } from '../../kit/rights.js'
import type { Db } from '../../kit/store.js'
import type { Translate } from '../../kit/translate.js'
import type { House } from '../house.js'
import { checkArgs } from '../words/form.js'
import type { Parsed } from '../words/grammar.js'
import { stoppedCard } from '../words/question.js'
import { acquaint } from './acquaint.js'
import { actorOf, languageOf, mayUse, presentActor } from './actor.js'
import { answer, sayOmitted, suggestion } from './answers.js'
import { askAgain, worded } from './asking.js'
import { contextOf, type Situation } from './context.js'
import { apologise, hushed, refuse } from './failures.js'
import { heard } from './hearing.js'
import { deliveryDone } from './inbox.js'
import { withNames } from './names.js'
import { outsideOf } from './outside.js'
import { AnsweredMeanwhile, type Asked, askedBefore, endQuestion, withLatestQuestion } from './questions.js'
import { parsedBeside } from './sent-files.js'
import { inTransaction } from './transaction.js'

interface Call {
  command: string
  args: Record<string, string>
}

/** What is known of a delivery when something goes wrong. */
export interface Work {
  incoming: Incoming
  situation: Situation
  call: Call | null
  /** What may have been meant by a line that calls no command. */
  unknown: Extract<Parsed, { kind: 'unknown' }> | null
  /** The question that this delivery ends, where questions are asked in words. */
  asked: Asked | null
}

/** What came of a piece of work, with a word for the log. */
export type Result = Outcome & { word: string }

export const handle = async (house: House, delivered: Incoming): Promise<Outcome> => {
  const started = process.hrtime.bigint()
  const incoming = delivered.overheard ? delivered : await acquaint(house, delivered)
  const { work, outcome } = await withLatestQuestion(async () => {
    const work = await workOf(house, incoming)
    return { work, outcome: await performed(house, work) }
  })
  house.wake()
  observe(house, work, outcome.word, started)
  return outcome.form ? { form: outcome.form } : {}
}

const workOf = async (house: House, incoming: Incoming): Promise<Work> => {
  const situation = await situationOf(house, incoming)
  const asked = incoming.overheard ? null : await askedBefore(house, incoming, situation.at)
  const { call, unknown } = callOf(house, incoming, asked)
  const named = await withNames(house, incoming, situation.organisation, call)
  return { incoming, situation, call: named, unknown, asked }
}

const performed = async (house: House, work: Work): Promise<Result> => {
  try {
    const looked = await look(house, work)
    return await inTransaction(house.store, async (db) => perform(house, db, await present(db, work), looked))
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) throw error
    if (work.incoming.overheard) return hushed(house, work, error)
    return error instanceof UserError ? refuse(house, work, error) : apologise(house, work, error)
  }
}

/** The work as it is inside its transaction. */
const present = async (db: Db, work: Work): Promise<Work> => {
  const { incoming, situation } = work
  const actor = situation.actor && (await presentActor(db, incoming, situation.actor))
  return actor === situation.actor ? work : { ...work, situation: { ...situation, actor } }
}

/** What the command wants to see of the world before its transaction opens, if the actor may call it at all. */
const look = async (house: House, { call, situation, incoming, asked }: Work): Promise<unknown> => {
  if (!call || asked?.by === 'stop' || incoming.overheard || incoming.deed.kind === 'form') return undefined
  const command = house.registry.commands.get(call.command)?.command
  if (!command?.look || !situation.actor || !mayUse(situation.actor, command.may)) return undefined
  return command.look(outsideOf(house, incoming), situation.organisation, call.args)
}

const observe = (house: House, { call, situation }: Work, outcome: string, started: bigint): void => {
  // Only names we know: a forged button must not become a time series.
  const name = house.registry.commands.has(call?.command ?? '') ? (call?.command ?? '') : 'unknown'
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  house.metrics.work.inc({ kind: 'command', name, outcome })
  house.metrics.duration.observe({ kind: 'command' }, seconds)
  const ms = Math.round(seconds * 1000)
  house.log.info({ work: 'command', name, outcome, actor: situation.actor?.id, ms })
}

const situationOf = async (house: House, incoming: Incoming): Promise<Situation> => {
  const actor = (await actorOf(house.store.prisma, incoming)) ?? (await actorAnew(house, incoming))
  const t = house.translator(languageOf(actor, house.defaults.language))
  return {
    at: house.clock.now(),
    actor,
    organisation: actor?.organisation ?? '',
    platform: incoming.platform,
    place: incoming.place,
    cause: incoming.delivery,
    t,
  }
}

/** Known a moment ago, but nobody now: their account was taken from a person they are not. */
const actorAnew = async (house: House, incoming: Incoming): Promise<Actor | null> => {
  if (!house.known.delete(`${incoming.platform}:${incoming.account}`)) return null
  await acquaint(house, incoming)
  return actorOf(house.store.prisma, incoming)
}

/** The command that is called, or goes on with an answer; an empty line asks for help. */
const callOf = (house: House, incoming: Incoming, asked: Asked | null): Pick<Work, 'call' | 'unknown'> => {
  const { deed } = incoming
  if (deed.kind !== 'line') return { call: { command: deed.command, args: deed.args }, unknown: null }
  if (asked && asked.by !== 'command')
    return { call: { command: asked.question.command, args: asked.args }, unknown: null }
  const parsed = parsedBeside(house, incoming, deed)
  if (parsed.kind === 'unknown') return { call: null, unknown: parsed }
  return { call: parsed.kind === 'empty' ? { command: 'help', args: {} } : parsed, unknown: null }
}

/** The work itself, inside its transaction. */
const perform = async (house: House, db: Db, work: Work, looked: unknown): Promise<Result> => {
  const { incoming, situation, call, asked } = work
  if (!(await deliveryDone(db, incoming, situation.at))) return { repeated: true, word: 'repeated' }
  await endQuestion(db, asked)
  const { actor } = situation
  if (!actor && incoming.overheard) return { word: 'overheard' }
  if (!actor) throw new UserError('engine.error.stranger')
  const ctx = contextOf(house, db, situation)
  const offer = await heard(house, db, ctx, work)
  if (offer) {
    await answer(house, db, work, offer, personalWord)
    return { word: 'heard' }
  }
  if (incoming.overheard) return { word: 'overheard' }
  const known = call && house.registry.commands.get(call.command)
  if (!call || !known) {
    await answer(house, db, work, unknownCall(work), refusalWord)
    return { word: 'unknown' }
  }
  if (asked?.by === 'stop') {
    await answer(house, db, work, stoppedCard(situation.t, call.command, call.args))
    return { word: 'stopped' }
  }
  refuseWithoutRight(situation.t, actor, known.command)
  if (incoming.deed.kind === 'form') return askAgain(house, db, work, known, {})
  const checked = checkArgs(known.command, call.args)
  if (!checked.ok) return askAgain(house, db, work, known, worded(work, checked.wrong))
  const said = await known.command.run(ctx, checked.args, looked)
  await answer(house, db, work, said, known.command.personal ? personalWord : answerWord)
  await sayOmitted(house, db, work)
  return { word: 'done' }
}

/** Also a button of an older version whose command is gone. */
const unknownCall = ({ call, unknown, situation }: Work): Answer =>
  suggestion(situation.t, unknown ?? { kind: 'unknown', typed: call?.command ?? '', meant: [] })

const refuseWithoutRight = (t: Translate, actor: Actor, command: Command): void => {
  if (mayUse(actor, command.may)) return
  const entry = { action: 'command.denied', subject: `person:${actor.id}`, after: { command: command.name } }
  const buttons = [button(t('engine.whyNot'), 'why-not', { command: command.name })]
  throw new UserError('engine.error.role', refusalOf(t, command.may), { record: entry, buttons })
}
