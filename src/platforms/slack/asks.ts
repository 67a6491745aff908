/** How each value is asked for in a modal; a way of asking that is missing in the table does not compile. */
import type { types } from '@slack/bolt'
import type { Ask } from '../../kit/args.js'
import type { FormField } from '../../kit/form.js'
import { isLocalDate } from '../../kit/time.js'
import { plainObject } from './blocks/objects.js'
import { guardedTo } from './cut.js'
import { limits } from './limits.js'

/** What is known where a form is drawn, and how much of it a view may carry. */
export interface Asking {
  /** The Slack user behind one of our person ids. */
  userOf?(person: string): string | null
  /** Code units of one value and of one hint, options of one choice. */
  most: { value: number; hint: number; options: number }
}

type Element = types.InputBlockElement

const typed = ({ value }: FormField, { most }: Asking, multiline = false): types.PlainTextInput => ({
  type: 'plain_text_input',
  multiline,
  ...(value !== '' && { initial_value: guardedTo(value, most.value) }),
})

const date = (field: FormField, asking: Asking): Element => {
  const { value } = field
  if (value !== '' && !isLocalDate(value)) return typed(field, asking)
  return { type: 'datepicker', ...(value !== '' && { initial_date: value }) }
}

/** A name that was typed stays, so that it can be put right. */
const person = (field: FormField, asking: Asking): Element => {
  const [, named] = /^<@[^/>|]+\/([UW][A-Z0-9]+)>$/.exec(field.value) ?? []
  const user = named ?? asking.userOf?.(field.value)
  if (field.value !== '' && !user) return typed(field, asking)
  return { type: 'users_select', ...(user && { initial_user: user }) }
}

const channel = (field: FormField, asking: Asking): Element => {
  const [, named] = /^(?:<#)?[^/<>|]+\/([CG][A-Z0-9]+)>?$/.exec(field.value) ?? []
  if (field.value !== '' && !named) return typed(field, asking)
  const initial = named ? { initial_conversation: named } : { default_to_current_conversation: true }
  return { type: 'conversations_select', filter: { include: ['public', 'private'] }, ...initial }
}

/** The option itself, or its place among the options where Slack would not carry it. */
const optionValue = (option: string, place: number): string =>
  option === '' || option.length > limits.option.value || /^#|<[!@#]/.test(option) ? `#${place}` : option

const parted = (options: types.PlainTextOption[]): Pick<types.StaticSelect, 'options' | 'option_groups'> => {
  const { group } = limits.option
  if (options.length <= group) return { options }
  const parts = Array.from({ length: Math.ceil(options.length / group) }, (_, i) => i * group)
  return {
    option_groups: parts.map((from) => ({
      label: plainObject(`${from + 1}–${Math.min(from + group, options.length)}`),
      options: options.slice(from, from + group),
    })),
  }
}

const choice = (field: FormField, asking: Asking): Element => {
  const { ask, choices, value } = field
  const all = ask.as === 'choice' ? ask.options : []
  const options = all.slice(0, asking.most.options).map((option, i) => ({
    text: plainObject(choices[i] || option, limits.option.label),
    value: optionValue(option, i),
  }))
  if (options.length === 0) return typed(field, asking)
  const initial_option = options[all.indexOf(value)]
  return { type: 'static_select', ...parted(options), ...(initial_option && { initial_option }) }
}

const draw: Record<Ask['as'], (field: FormField, asking: Asking) => Element> = {
  text: typed,
  long: (field, asking) => typed(field, asking, true),
  date,
  person,
  channel,
  choice,
  hidden: typed,
}

/** Ids of elements are unique within a view. */
export const elementOf = (field: FormField, asking: Asking): Element => ({
  ...draw[field.ask.as](field, asking),
  action_id: field.name,
})

/** The option behind `value`; `options` are needed for those that Slack would not carry. */
export const optionOf = (value: string, options: readonly string[]): string =>
  (/^#\d+$/.test(value) && options[Number(value.slice(1))]) || value
