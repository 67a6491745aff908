/** A form as a modal, and what was filled in as texts again. */
import type { types, ViewStateValue } from '@slack/bolt'
import type { Form, FormField } from '../../kit/form.js'
import { plainText } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type Asking, elementOf, optionOf } from './asks.js'
import { plainObject } from './blocks/objects.js'
import { carried } from './buttons.js'
import { guardedTo } from './cut.js'
import { limits } from './limits.js'
import { typedText, unguarded } from './text.js'

/** Of every modal drawn from a form. */
export const formId = 'form'

/** What of a submitted view matters here. */
export interface ViewState {
  state: { values: Record<string, Record<string, ViewStateValue>> }
}

/** Leaves room in a view for the title, and for a few errors. */
const mostFields = 95

/** The fields that a modal asks for, in their order; where there are too many, optional ones are left out first. */
export const askedIn = ({ fields }: Form): FormField[] => {
  const asked = fields.filter(({ ask }) => ask.as !== 'hidden')
  const urgent = asked.toSorted((a, b) => Number(b.required) - Number(a.required)).slice(0, mostFields)
  const kept = new Set(urgent)
  return asked.filter((field) => kept.has(field))
}

const said = (text: string): types.SectionBlock => ({ type: 'section', text: plainObject(text) })

const inputOf = (field: FormField, asking: Asking): types.InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plainObject(field.label || field.name, limits.input.label),
  element: elementOf(field, asking),
  optional: !field.required,
  ...(field.hint !== '' && { hint: plainObject(field.hint, asking.most.hint) }),
})

const blocksOf = (form: Form, asking: Asking): (types.SectionBlock | types.InputBlock)[] => {
  const fields = askedIn(form)
  const title = form.title.length > limits.modal.title || fields.length === 0 ? [said(form.title)] : []
  let room = limits.blocks.modal - fields.length - title.length
  const inputs = fields.flatMap((field) => {
    const error = field.error && room > 0 ? [said(`⚠️ ${field.error}`)] : []
    room -= error.length
    return [...error, inputOf(field, asking)]
  })
  return [...title, ...inputs]
}

export interface FormSetting extends Pick<Asking, 'userOf'> {
  t: Translate
  /** What comes back with the form, unseen: JSON, at most 3,000 characters. */
  context: string
}

const safeContext = (context: string): string => {
  const safe = carried(context)
  return safe.length <= limits.modal.context ? safe : context
}

const drawn = (form: Form, { t, context, userOf }: FormSetting, share: number): types.ModalView => {
  const shareOf = (most: number) => Math.max(1, Math.floor(most * share))
  const { input, option, modal } = limits
  const choices = form.fields.filter(({ ask }) => ask.as === 'choice').length
  const most = {
    value: shareOf(input.value),
    hint: shareOf(input.hint),
    options: shareOf(option.all / Math.max(1, choices)),
  }
  return {
    type: 'modal',
    callback_id: formId,
    private_metadata: safeContext(context),
    title: plainObject(form.title, modal.title),
    submit: plainObject(form.submit, modal.button),
    close: plainObject(plainText(t('slack.form.cancel')), modal.button),
    blocks: blocksOf(form, { ...(userOf && { userOf }), most }),
  }
}

/** Draws a form; one that would be too large has its values, hints and choices cut. Never throws. */
export const modalOf = (form: Form, setting: FormSetting): types.ModalView => {
  const smallest = 2 ** -14
  for (let share = 1; share > smallest; share /= 2) {
    const view = drawn(form, setting, share)
    if (Buffer.byteLength(JSON.stringify(view)) <= limits.modal.bytes) return view
  }
  return drawn(form, setting, smallest)
}

const textOf = (value: ViewStateValue, workspace: string, options: readonly string[]): string => {
  if (value.type === 'users_select')
    return value.selected_user ? `<@${workspace}/${value.selected_user}>` : ''
  if (value.type === 'conversations_select') {
    return value.selected_conversation ? `<#${workspace}/${value.selected_conversation}>` : ''
  }
  if (value.type === 'datepicker') return value.selected_date ?? ''
  if (value.type === 'static_select') return optionOf(value.selected_option?.value ?? '', options)
  return typedText(unguarded(value.value ?? ''), workspace)
}

/** What was filled in, by field. `options` names those of a choice, for options longer than Slack carries. */
export const valuesOf = (
  { state }: ViewState,
  workspace: string,
  options: (field: string) => readonly string[] = () => [],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(state.values).flatMap(([field, elements]) =>
      Object.values(elements).map((value) => [field, textOf(value, workspace, options(field))]),
    ),
  )

/** Faults by field, for `response_action: errors`: Slack takes only those of fields that stand in the view. */
export const errorsOf = (form: Form): Record<string, string> =>
  Object.fromEntries(
    askedIn(form).flatMap(({ name, error }) => (error ? [[name, guardedTo(error, limits.input.error)]] : [])),
  )
