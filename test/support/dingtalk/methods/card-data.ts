/** The data of cards: texts only, and buttons that can be pressed. */
import { fromText, isJson, type Json } from '../../slack/json.js'
import { buttonsOf, type Texts } from '../card.js'
import { refusal } from '../trouble.js'
import { unshown } from './content.js'
import { type Context, forbid } from './method.js'

const missingString = refusal(400, 'MissingStringValue', 'cardParamMap values must be strings')
const colors = [null, 'blue', 'gray', 'red']

/** @returns the texts in a `{cardParamMap}`. @throws Refusal where a value is no text. */
export function paramMap(context: Context, what: string, data: unknown): Texts {
  const map = isJson(data) ? data.cardParamMap : undefined
  if (!isJson(map)) {
    return forbid(context, refusal(400, 'MissingcardParamMap'), `${what} has no cardParamMap`)
  }
  const wrong = wrongTexts(map)
  if (wrong.length > 0) forbid(context, missingString, `${what}: ${wrong.join('; ')}`)
  for (const mistake of mistakes(map as Texts)) context.violate(`${what}: ${mistake}`)
  return { ...(map as Texts) }
}

/** @returns the texts of everybody named in `privateData`. @throws Refusal */
export function privateMaps(context: Context, data: unknown): Record<string, Texts> {
  const entries = Object.entries(isJson(data) ? data : {})
  const known = entries.filter(([user]) => context.world.people.has(user))
  if (known.length < entries.length) context.violate('privateData names somebody who is not there')
  return Object.fromEntries(
    known.map(([user, one]) => [user, paramMap(context, `private data of ${user}`, one)]),
  )
}

/** @returns which values are no texts. */
export const wrongTexts = (map: Json): string[] =>
  Object.entries(map)
    .filter(([, value]) => typeof value !== 'string')
    .map(([key, value]) => `${key} is no text but ${JSON.stringify(value)}`)

/** @returns what the server takes and nobody can use. */
export function mistakes(map: Texts): string[] {
  const long = Object.keys(map).filter((key) => Buffer.byteLength(key) > 100)
  const broken = ['sys_full_json_obj', 'btns'].filter(
    (key) => map[key] && typeof fromText(map[key]) === 'string',
  )
  return [
    ...long.map((key) => `the key ${key} has more than 100 bytes`),
    ...broken.map((key) => `${key} is no JSON`),
    ...unshown(map.markdown ?? ''),
    ...buttonMistakes(map),
  ]
}

function buttonMistakes(map: Texts): string[] {
  return buttonsOf(map).flatMap(({ label, request, url, id, color }) => [
    ...(label === '' ? ['a button has no text'] : []),
    ...(request || url ? [] : [`the button ${label} does nothing: no request, no url`]),
    ...(request && !id ? [`the button ${label} has no id`] : []),
    ...(colors.includes(color) ? [] : [`the button ${label} has the unknown color ${color}`]),
  ])
}
