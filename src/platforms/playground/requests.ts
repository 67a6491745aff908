/** What programs and pages may send; anything else is refused with the field at fault. */
import { z } from 'zod'
import { readable } from '../../kit/text.js'

const text = (max: number) => z.string().max(max).transform(readable)
const id = z.union([text(40_000).pipe(z.string().min(1)), z.number().transform(String)])
/** Ids of messages are 32-bit numbers. */
const messageId = z.coerce.number().int().min(1).max(2_147_483_647)
const delivery = text(200).pipe(z.string().min(1)).optional()

/** A pasted table has many lines. */
const table = 500_000

/** Files of one message; the bot looks at fewer, and says so. */
const files = z.array(text(100)).max(20).default([])

export const say = z.object({ as: id, channel: id, text: text(table), files, delivery })
export const upload = z.object({ as: id, name: text(300).pipe(z.string().trim().min(1)) })
export const press = z.object({ as: id, message: messageId, button: id, delivery })
export const submit = z.object({
  as: id,
  form: id,
  values: z.record(
    z.string().max(100),
    z.union([text(table), z.number().transform(String), z.null().transform(() => '')]),
  ),
  delivery,
})
export const clock = z.union([
  z.object({ to: z.string().max(60), as: id.optional() }),
  z.object({ advance: z.string().max(60), as: id.optional() }),
  z.object({ next: z.literal(true), as: id.optional() }),
])
export const newChannel = z.object({ as: id.optional(), name: text(80).pipe(z.string().trim().min(1)) })

export const messages = z.object({ channel: id, as: id.optional(), before: messageId.optional() })
export const file = z.object({ message: messageId, as: id, name: text(300) })
export const who = z.object({ as: id.optional() })
export const complete = z.object({
  as: text(200).optional(),
  channel: text(200).optional(),
  text: text(20_000).optional(),
})
