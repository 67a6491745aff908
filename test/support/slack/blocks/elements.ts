/** The elements people press, choose from and fill in, and where each of them may stand. */
import { z } from 'zod'
import {
  channelId,
  confirm,
  date,
  id,
  imageElement,
  markedOption,
  mrkdwn,
  option,
  overflowOption,
  plain,
  time,
  userId,
} from './text.js'

const actionable = { action_id: id.optional(), confirm: confirm.optional() }
const focusable = { ...actionable, focus_on_load: z.boolean().optional() }
const menu = { ...focusable, placeholder: plain(150).optional() }
const several = { ...menu, max_selected_items: z.int().min(1).optional() }

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.string().min(1).max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
})

const lists = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) }))
    .min(1)
    .max(100)
    .optional(),
}

interface Listed {
  options?: z.infer<typeof option>[] | undefined
  option_groups?: { options: z.infer<typeof option>[] }[] | undefined
}
const oneList = (menu: Listed) => (menu.options === undefined) !== (menu.option_groups === undefined)
const noList = 'must define either `options` or `option_groups`'
const offered = ({ options = [], option_groups = [] }: Listed, chosen: unknown[]) => {
  const all = [...options, ...option_groups.flatMap((group) => group.options)].map((one) =>
    JSON.stringify(one),
  )
  return chosen.every((one) => one === undefined || all.includes(JSON.stringify(one)))
}
const notOffered = 'invalid initial_option: it is none of the options'

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...menu, ...lists, initial_option: option.optional() })
  .refine(oneList, noList)
  .refine((one) => offered(one, [one.initial_option]), notOffered)

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...several,
    ...lists,
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(oneList, noList)
  .refine((one) => offered(one, one.initial_options ?? []), notOffered)

const filter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
})
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: filter.optional(),
}

const single = <Type extends string, Extra extends z.ZodRawShape>(type: Type, extra: Extra) =>
  z.strictObject({ type: z.literal(type), ...menu, ...extra })
const multiple = <Type extends string, Extra extends z.ZodRawShape>(type: Type, extra: Extra) =>
  z.strictObject({ type: z.literal(type), ...several, ...extra })

const selects = [
  staticSelect,
  multiStaticSelect,
  single('users_select', { initial_user: userId.optional() }),
  multiple('multi_users_select', { initial_users: z.array(userId).optional() }),
  single('conversations_select', {
    ...conversations,
    initial_conversation: channelId.optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  multiple('multi_conversations_select', {
    ...conversations,
    initial_conversations: z.array(channelId).optional(),
  }),
  single('channels_select', {
    initial_channel: channelId.optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  multiple('multi_channels_select', { initial_channels: z.array(channelId).optional() }),
] as const

const choices = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...focusable,
    options: z.array(markedOption).min(1).max(10),
    initial_options: z.array(markedOption).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...focusable,
    options: z.array(markedOption).min(1).max(10),
    initial_option: markedOption.optional(),
  }),
  single('datepicker', { initial_date: date.optional() }),
  single('timepicker', { initial_time: time.optional(), timezone: z.string().optional() }),
] as const

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...focusable,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})
const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  options: z.array(overflowOption).min(1).max(5),
})

const typed = {
  action_id: id.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plain(150).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
    })
    .optional(),
}
const line = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...typed, initial_value: z.string().max(3000).optional() })

const typedInputs = [
  line('plain_text_input').extend({
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  line('email_text_input'),
  line('url_text_input'),
  line('number_input').extend({
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
] as const

export const accessory = z.discriminatedUnion('type', [
  button,
  imageElement,
  overflow,
  ...selects,
  ...choices,
])
export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  datetimepicker,
  ...selects,
  ...choices,
])
export const inputElement = z.discriminatedUnion('type', [
  datetimepicker,
  ...selects,
  ...choices,
  ...typedInputs,
])
export const contextElement = z.discriminatedUnion('type', [imageElement, plain(3000), mrkdwn(3000)])
