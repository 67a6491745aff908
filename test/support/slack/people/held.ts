/** What elements hold: what somebody chose or typed, else what they started with. */
import { isJson, type Json } from '../json.js'
import type { Element } from '../message.js'
import type { Workspace } from '../workspace.js'

/** A text, a date, an id, an option by value or label; several where the element takes several. */
export type Value = string | string[] | null

type Holder = (element: Element, value: Value | undefined, workspace: Workspace) => Json

const typed: Holder = (element, value) => {
  const text = value === undefined ? (element.initial_value ?? null) : value
  const length = typeof text === 'string' ? text.length : 0
  const { min_length = 0, max_length = 3000 } = element as { min_length?: number; max_length?: number }
  if (text && (length < min_length || length > max_length)) {
    throw new Error(`Slack takes ${min_length} to ${max_length} characters here, not ${length}`)
  }
  return { value: text || null }
}

const picked =
  (name: string, initial: string, format: RegExp): Holder =>
  (element, value) => {
    if (typeof value === 'string' && !format.test(value)) throw new Error(`${value} cannot be picked`)
    return { [`selected_${name}`]: value === undefined ? (element[initial] ?? null) : value }
  }

/** Seconds since 1970, which the wire shows as a number. */
const moment: Holder = (element, value) => ({
  selected_date_time: value === undefined ? (element.initial_date_time ?? null) : value && Number(value),
})

/** @throws Error where Slack would not offer it. */
function offered(element: Element, value: string): Json {
  const groups = (element.option_groups ?? [element]) as { options: Json[] }[]
  const all = groups.flatMap((group) => group.options)
  const found = all.find((one) => one.value === value || (isJson(one.text) && one.text.text === value))
  if (!found) throw new Error(`${value} is none of the options`)
  return found
}

const option: Holder = (element, value) => ({
  selected_option:
    value === undefined ? (element.initial_option ?? null) : value && offered(element, String(value)),
})

const options: Holder = (element, value) => ({
  selected_options:
    value === undefined
      ? (element.initial_options ?? [])
      : [value ?? []].flat().map((one) => offered(element, one)),
})

const one =
  (name: 'user' | 'channel' | 'conversation'): Holder =>
  (element, value, workspace) => ({
    [`selected_${name}`]:
      value === undefined
        ? (element[`initial_${name}`] ?? null)
        : value && known(workspace, name, String(value)),
  })

const many =
  (name: 'user' | 'channel' | 'conversation'): Holder =>
  (element, value, workspace) => ({
    [`selected_${name}s`]:
      value === undefined
        ? (element[`initial_${name}s`] ?? [])
        : [value ?? []].flat().map((id) => known(workspace, name, id)),
  })

function known(workspace: Workspace, name: string, id: string): string {
  const list = name === 'user' ? workspace.users : workspace.channels
  if (!list.has(id)) throw new Error(`there is no ${name} ${id} to choose`)
  return id
}

const holders: Record<string, Holder> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  datepicker: picked('date', 'initial_date', /^\d{4}-\d\d-\d\d$/),
  timepicker: picked('time', 'initial_time', /^\d\d:\d\d$/),
  datetimepicker: moment,
  static_select: option,
  radio_buttons: option,
  overflow: option,
  multi_static_select: options,
  checkboxes: options,
  users_select: one('user'),
  channels_select: one('channel'),
  conversations_select: one('conversation'),
  multi_users_select: many('user'),
  multi_channels_select: many('channel'),
  multi_conversations_select: many('conversation'),
}

/** @returns the element's entry in `state.values`; null for buttons, which hold nothing. */
export function held(element: Element, value: Value | undefined, workspace: Workspace): Json | null {
  const holder = holders[element.type]
  return holder ? { type: element.type, ...holder(element, value, workspace) } : null
}

/** Whether there is nothing in it, so that a required field would be marked. */
export const isEmpty = ({ type: _type, ...rest }: Json) =>
  Object.values(rest).every((value) => value === null || (Array.isArray(value) && value.length === 0))
