/** Rich text: sections, lists, quotes and preformatted text of styled pieces. */
import { z } from 'zod'
import { channelId, id, userId } from './text.js'

const look = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional()

const piece = <Type extends string, Extra extends z.ZodRawShape>(type: Type, extra: Extra) =>
  z.strictObject({ type: z.literal(type), style: look, ...extra })

const words = piece('text', { text: z.string().min(1) })
const link = piece('link', {
  url: z.string().min(1),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
})

const element = z.discriminatedUnion('type', [
  words,
  link,
  piece('user', { user_id: userId }),
  piece('usergroup', { usergroup_id: z.string().regex(/^S[A-Z0-9]+$/, 'invalid usergroup id') }),
  piece('channel', { channel_id: channelId }),
  piece('emoji', { name: z.string().min(1), unicode: z.string().optional(), url: z.string().optional() }),
  piece('broadcast', { range: z.enum(['here', 'channel', 'everyone']) }),
  piece('date', {
    timestamp: z.int(),
    format: z.string().min(1),
    url: z.string().optional(),
    fallback: z.string().optional(),
  }),
])

const border = { border: z.int().min(0).max(1).optional() }
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(element) })

const part = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    elements: z.array(section).min(1),
    style: z.enum(['bullet', 'ordered']),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    ...border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(element), ...border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [words, link])),
    language: z.string().optional(),
    ...border,
  }),
])

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z.array(part).min(1),
})
