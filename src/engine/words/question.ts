/** A question in words, for platforms without forms: one argument at a time, with everything said so far kept. */
import { actions, type Button, button, type Card, card, note, text } from '../../kit/card.js'
import type { Form, FormField } from '../../kit/form.js'
import { cut, join, plainText } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'

export interface Question {
  form: Form
  /** The argument that is asked for. */
  field: FormField
  /** What was said so far. */
  given: Record<string, string>
  /** A line that says everything at once. */
  example: string
  /** Words that name what may be said as well. */
  optional: readonly string[]
  /** Others read along, and the bot hears only what is said to it. */
  inChannel: boolean
  /** Buttons that came with what was wrong, e.g. the campaigns to choose from. */
  ways: readonly Button[]
}

/** Choices that get a button; more are only listed. */
const mostButtons = 8
const mostListed = 40
const mostOptional = 8

/** The argument that has to be asked for: wrong, or needed and not there. */
export const fieldToAsk = ({ fields }: Form): FormField | undefined =>
  fields.find(({ error, required, value }) => error !== null || (required && value.trim() === ''))

export const questionCard = (t: Translate, question: Question): Card => {
  const { form, field, example, optional, inChannel } = question
  const buttons = choicesOf(question)
  const stop = stopWordsOf(t)[0] ?? ''
  const names = optional.slice(0, mostOptional).map((name) => `${name}=…`)
  return card(
    form.title,
    [
      field.error === null || field.error === '' ? null : text(field.error),
      text(join([[{ bold: field.label }], ...(field.hint ? [field.hint] : []), ...progressOf(t, question)])),
      field.choices.length > mostButtons ? text(listed(t, field.choices)) : null,
      buttons.length > 0 ? actions(...buttons) : null,
      note(t(inChannel ? 'engine.question.replyInChannel' : 'engine.question.reply', { stop })),
      names.length > 0 ? note(t('engine.question.optional', { names: names.join(' ') })) : null,
      note(t('engine.question.example', { example: { code: example } })),
    ],
    field.error ? 'warn' : 'plain',
  )
}

/** Nothing has to be asked: a wish for a form is not yet the wish to do it. */
export const readyCard = (
  t: Translate,
  { form, given, example, optional }: Omit<Question, 'field'>,
): Card => {
  const names = optional.slice(0, mostOptional).map((name) => `${name}=…`)
  return card(form.title, [
    text(t('engine.question.ready')),
    actions(button(form.submit, form.command, given, 'primary')),
    names.length > 0 ? note(t('engine.question.canAdd', { names: names.join(' ') })) : null,
    note(t('engine.question.example', { example: { code: example } })),
  ])
}

export const stoppedCard = (t: Translate, command: string, given: Record<string, string>): Card =>
  card('', [text(t('engine.question.stopped')), actions(button(t('engine.question.again'), command, given))])

/** What ends a question, in one language; the usual word first. */
export const stopWordsOf = (t: Translate): string[] => plainText(t('engine.question.stopWords')).split('|')

const listed = (t: Translate, choices: readonly string[]) =>
  t('engine.question.choices', { choices: choices.slice(0, mostListed).join(', ') })

const progressOf = (t: Translate, { form, field }: Question) => {
  const open = form.fields.filter((one) => one.required && one !== field && one.value.trim() === '')
  return open.length > 0 ? [t('engine.question.progress', { left: open.length })] : []
}

/** A choice is the whole command typed, with everything said so far. */
const choicesOf = ({ form, field, given, ways }: Question): Button[] => {
  const options = field.ask.as === 'choice' ? field.ask.options : []
  const choices = options.map((option, i) =>
    button(cut(field.choices[i] ?? option, 60), form.command, { ...given, [field.name]: option }),
  )
  const others = ways.map((way) => {
    const value = way.args[field.name]
    return value === undefined
      ? way
      : button(way.label, form.command, { ...given, [field.name]: value }, way.look)
  })
  return [...choices, ...others].slice(0, mostButtons)
}
