/** What a method of the API gets and may do: its body, the token it needs, the refusals it knows. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Json } from '../../slack/json.js'
import type { Fault } from '../faults.js'
import { type Refused, refusal } from '../trouble.js'
import type { World } from '../world.js'

export interface Context {
  world: World
  headers: IncomingHttpHeaders
  query: Record<string, string>
  body: Json
  raw: Buffer
  fault: Fault | null
  /** Notes what the real server or its documents forbid. */
  violate(what: string): void
}

export interface Method {
  /** Where the access token has to be: in the header (api), in the query (oapi), nowhere. */
  token: 'header' | 'query' | 'none'
  scope?: string
  /** `form`: what is sent is no JSON. */
  takes?: 'form'
  /** @throws Refusal */
  run(context: Context): Json | Promise<Json>
}

export type Methods = Record<string, Method>

/** The call is refused, with the answer that says so. */
export class Refusal extends Error {
  constructor(readonly refused: Refused) {
    super(JSON.stringify(refused.answer))
  }
}

/** @throws Refusal */
export const refuse = (refused: Refused): never => {
  throw new Refusal(refused)
}

/** Refuses what an app should never have sent. @throws Refusal */
export function forbid(context: Context, refused: Refused, why: string): never {
  context.violate(why)
  throw new Refusal(refused)
}

/** @throws Refusal where the field is missing or no text. */
export function text(context: Context, name: string, from: Json = context.body): string {
  const value = from[name]
  if (typeof value === 'string' && value !== '') return value
  return forbid(context, refusal(400, `Missing${name}`, `${name} is mandatory`), `${name} is missing`)
}

/** @throws Refusal where the field is no list of texts, is empty, or has more than `most`. */
export function texts(context: Context, name: string, most: number): string[] {
  const value = context.body[name]
  const list = Array.isArray(value) ? value : []
  if (list.length === 0 || !list.every((one) => typeof one === 'string')) {
    return forbid(context, refusal(400, `Missing${name}`, `${name} is mandatory`), `${name} is missing`)
  }
  if (list.length > most) {
    forbid(context, refusal(400, 'invalidParameter', `${name} > ${most}`), `more than ${most} ${name}`)
  }
  return list
}

/** Notes fields nobody knows: the real server overlooks them, and so what they were to do does not happen. */
export function onlyKnown(context: Context, what: string, given: Json, known: readonly string[]): void {
  const stray = Object.keys(given).filter((key) => !known.includes(key))
  if (stray.length > 0) context.violate(`${what} has no field ${stray.join(', ')}`)
}
