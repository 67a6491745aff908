/** The small parts blocks are made of: texts, ids, options, confirmations, pictures. */
import { z } from 'zod'

export const plain = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  })

export const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  })

export const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)])

export const id = z.string().min(1).max(255)
export const userId = z.string().regex(/^[UW][A-Z0-9]+$/, 'invalid user id')
export const channelId = z.string().regex(/^[CGD][A-Z0-9]+$/, 'invalid channel id')
export const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a date in the format YYYY-MM-DD')
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm')

export const confirm = z.strictObject({
  title: plain(100).optional(),
  text: anyText(300),
  confirm: plain(30).optional(),
  deny: plain(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
})

/** An option of a select menu. */
export const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
})

/** An option of checkboxes and radio buttons, which may be marked up. */
export const markedOption = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: anyText(75).optional(),
})

export const overflowOption = option.extend({ url: z.string().min(1).max(3000).optional() })

const source = {
  image_url: z
    .string()
    .max(3000)
    .regex(/^https?:\/\//, 'invalid image url')
    .optional(),
  slack_file: z
    .union([z.strictObject({ id: z.string().min(1) }), z.strictObject({ url: z.string().min(1) })])
    .optional(),
}

const oneSource = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined)
const noSource = 'must define either `image_url` or `slack_file`'

export const imageElement = z
  .strictObject({ type: z.literal('image'), alt_text: z.string().min(1).max(2000), ...source })
  .refine(oneSource, noSource)

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: id.optional(),
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
    ...source,
  })
  .refine(oneSource, noSource)
