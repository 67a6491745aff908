/** From a stored delivery to its effect: by whom, may they, which command – one transaction. */
import type { Command } from '../../kit/command.js'
import type { Actor, Answer } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import type { Incoming, Outcome } from '../../kit/platform.js'
import type { Db } from '../../kit/store.js'
import { plainText } from '../../kit/text.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { House } from '../house.js'
import { checkArgs } from '../words/form.js'
import { type Parsed, parseLine } from '../words/grammar.js'
import { acquaint } from './acquaint.js'
import { actorOf, languageOf, mayUse } from './actor.js'
import { answer, suggestion } from './answers.js'
import { askAgain } from './asking.js'
import { contextOf, type Situation } from './context.js'
import { apologise, refuse } from './failures.js'
import { deliveryDone } from './inbox.js'
import { withNames } from './names.js'
import { outsideOf } from './outside.js'
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
}

/** What came of a piece of work, with a word for the log. */
export type Result = Outcome & { word: string }

export const handle = async (house: House, delivered: Incoming): Promise<Outcome> => {
  const started = process.hrtime.bigint()
  const incoming = await acquaint(house, delivered)
  const situation = await situationOf(house, incoming)
  const { call, unknown } = callOf(house, incoming)
  const named = await withNames(house, incoming, situation.organisation, call)
  const work: Work = { incoming, situation, call: named, unknown }
  const outcome = await performed(house, work)
  house.wake()
  observe(house, work, outcome.word, started)
  return outcome.form ? { form: outcome.form } : {}
}

const performed = async (house: House, work: Work): Promise<Result> => {
  try {
    const looked = await look(house, work)
    return await inTransaction(house.store, (db) => perform(house, db, work, looked))
  } catch (error) {
    return error instanceof UserError ? refuse(house, work, error) : apologise(house, work, error)
  }
}

/** What the command wants to see of the world before its transaction opens, if the actor may call it at all. */
const look = async (house: House, { call, situation }: Work): Promise<unknown> => {
  const command = call && house.registry.commands.get(call.command)?.command
  if (!command?.look || !situation.actor || !mayUse(situation.actor, command.may)) return undefined
  return command.look(outsideOf(house), situation.organisation)
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
  const actor = await actorOf(house.store.prisma, incoming)
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

/** The command that is called; an empty line asks for help. */
const callOf = (house: House, { deed }: Incoming): Pick<Work, 'call' | 'unknown'> => {
  if (deed.kind !== 'line') return { call: { command: deed.command, args: deed.args }, unknown: null }
  const parsed = parseLine(house.phrases, deed.text)
  if (parsed.kind === 'unknown') return { call: null, unknown: parsed }
  return { call: parsed.kind === 'empty' ? { command: 'help', args: {} } : parsed, unknown: null }
}

/** The work itself, inside its transaction. */
const perform = async (house: House, db: Db, work: Work, looked: unknown): Promise<Result> => {
  const { incoming, situation, call } = work
  if (!(await deliveryDone(db, incoming, situation.at))) return { repeated: true, word: 'repeated' }
  const { actor } = situation
  if (!actor) throw new UserError('engine.error.stranger')
  const ctx = contextOf(house, db, situation)
  const known = call && house.registry.commands.get(call.command)
  if (!call || !known) {
    await answer(house, db, work, unknownCall(work))
    return { word: 'unknown' }
  }
  refuseWithoutRole(situation.t, actor, known.command)
  if (incoming.deed.kind === 'form') return askAgain(house, db, work, known, {})
  const checked = checkArgs(known.command, call.args)
  if (!checked.ok) return askAgain(house, db, work, known, worded(work, checked.wrong))
  await answer(house, db, work, await known.command.run(ctx, checked.args, looked))
  return { word: 'done' }
}

/** Also a button of an older version whose command is gone. */
const unknownCall = ({ call, unknown, situation }: Work): Answer =>
  suggestion(situation.t, unknown ?? { kind: 'unknown', typed: call?.command ?? '', meant: [] })

const refuseWithoutRole = (t: Translate, actor: Actor, command: Command): void => {
  if (command.may === 'anyone' || mayUse(actor, command.may)) return
  const entry = { action: 'command.denied', subject: `person:${actor.id}`, after: { command: command.name } }
  const roles = command.may.map((role) => t.named('people.role', role)).join(', ')
  throw new UserError('engine.error.role', { roles }, { record: entry })
}

/** What a form says beside its fields; one that has just been opened does not complain of what is still empty. */
const worded = ({ situation, incoming }: Work, wrong: Record<string, Key>): Record<string, string> => {
  const sent = incoming.deed.kind === 'action' && incoming.deed.form === true
  const told = Object.entries(wrong).filter(([, key]) => sent || key !== 'engine.error.missing')
  return Object.fromEntries(told.map(([name, key]) => [name, plainText(situation.t(key))]))
}
