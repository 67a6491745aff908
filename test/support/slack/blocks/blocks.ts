/** Which blocks may stand on which surface, each with its limits. */
import { z } from 'zod'
import { dataTable, dataVisualization, table } from './data.js'
import { accessory, actionsElement, contextElement, inputElement } from './elements.js'
import { richText } from './rich-text.js'
import { anyText, id, imageBlock, plain } from './text.js'

export type Surface = 'message' | 'modal' | 'home'

const block = <Type extends string, Extra extends z.ZodRawShape>(type: Type, extra: Extra) =>
  z.strictObject({ type: z.literal(type), block_id: id.optional(), ...extra })

const everywhere = [
  block('section', {
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  }).refine(
    ({ text, fields }) => text !== undefined || fields !== undefined,
    'must define `text` or `fields`',
  ),
  block('divider', {}),
  block('header', { text: plain(150) }),
  block('context', { elements: z.array(contextElement).min(1).max(10) }),
  block('actions', { elements: z.array(actionsElement).min(1).max(25) }),
  imageBlock,
  richText,
] as const

const markdown = block('markdown', { text: z.string().min(1).max(12_000) })
const alert = block('alert', {
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
})
const input = block('input', {
  label: plain(2000),
  element: inputElement,
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
})

const message = z.array(
  z.discriminatedUnion('type', [...everywhere, markdown, table, dataTable, dataVisualization]),
)
const home = z.array(z.discriminatedUnion('type', [...everywhere, table, dataTable]))
const modal = z.array(z.discriminatedUnion('type', [...everywhere, input, alert]))

/** Slack takes 50 blocks in a message and 100 in a view. */
export const blocksOf = {
  message: message.max(50),
  home: home.max(100),
  modal: modal.max(100),
}

const common = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
}

export const modalView = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: blocksOf.modal,
    close: plain(24).optional(),
    submit: plain(24).optional(),
    submit_disabled: z.boolean().optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    ...common,
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
    'missing required field: submit',
  )

export const homeView = z.strictObject({ type: z.literal('home'), blocks: blocksOf.home, ...common })
