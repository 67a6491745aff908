/** Arguments of commands: one zod schema gives parsing, help, form and types. All values arrive as text. */
import { z } from 'zod'

/** How a platform may ask for a value. */
export type Ask =
  | { as: 'text' }
  | { as: 'long' }
  | { as: 'date' }
  | { as: 'person' }
  | { as: 'channel' }
  | { as: 'choice'; options: readonly string[] }
  | { as: 'hidden' }

const asks = z.registry<Ask>()

/** How the form should ask for `schema`; plain text when nothing was said. */
export const askOf = (schema: z.core.$ZodType): Ask => {
  const known = asks.get(schema as z.ZodType)
  if (known) return known
  const inner = (schema as { def?: { innerType?: z.core.$ZodType } }).def?.innerType
  return inner ? askOf(inner) : { as: 'text' }
}

/** One line without characters that turn the direction of reading: neither may imitate a line of ours. */
export const oneLine = (text: string): string =>
  text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** Up to `max` characters; the limit keeps a pasted novel out of a title. */
export const word = (max = 2000) =>
  z.string().overwrite(oneLine).trim().min(1).max(max).register(asks, { as: 'text' })
export const long = (max = 10_000) => z.string().trim().min(1).max(max).register(asks, { as: 'long' })
/** A date as people write it; the command reads it with `kit/dates`. */
export const day = () => z.string().trim().min(1).max(40).register(asks, { as: 'date' })
/** A person by mention, name or id; the command looks them up with the people feature, also when a group is named. */
export const someone = (max = 20_000) => z.string().trim().min(1).max(max).register(asks, { as: 'person' })
/** A channel, named as the platform does; by default the one in which the command was called. */
export const channel = () => z.string().trim().min(1).max(200).register(asks, { as: 'channel' })
export const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options).register(asks, { as: 'choice', options })
/** One of `options` or something else of its kind, which the command looks up. */
export const suggested = (options: readonly string[], max = 200) =>
  z.string().overwrite(oneLine).trim().min(1).max(max).register(asks, { as: 'choice', options })
/** An id such as `M-003`; a form never asks for it. */
export const ref = () => z.string().trim().min(1).max(40).register(asks, { as: 'text' })
/** The version the button was drawn from: an older one means the card is out of date. */
export const seen = () => z.coerce.number().int().optional().register(asks, { as: 'hidden' })
/** A file that was sent, by the delivery that brought it: filled by the engine, and by buttons that mean the same file. */
export const sentFile = () => z.string().max(300).optional().register(asks, { as: 'hidden' })
