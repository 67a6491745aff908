/** From a command's schema to values, or to the form that asks for what is missing or wrong. */

import type { z } from 'zod'
import { type Ask, askOf } from '../../kit/args.js'
import type { Command } from '../../kit/command.js'
import type { Form } from '../../kit/form.js'
import type { Key, Language, Translate } from '../../kit/translate.js'
import type { RegisteredCommand } from '../registry.js'
import type { Catalogue, CommandWords } from './locales.js'
import { isRequired } from './phrases.js'

type Checked = { ok: true; args: never } | { ok: false; wrong: Record<string, Key> }

/** Empty text is no value: a form sends every field. */
const given = (args: Record<string, string>) =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value.trim() !== ''))

/** The argument that need not be typed, because a file stands for it. */
export const replacedBy = ({ takes }: Command, args: Record<string, string>): string | null =>
  takes && (args[takes.arg] ?? '') !== '' ? takes.insteadOf : null

/** Checks `raw` against the command's schema; `wrong` holds a message key per argument. */
export const checkArgs = (command: Command, raw: Record<string, string>): Checked => {
  const args = given(raw)
  const typed = replacedBy(command, args)
  const schema = typed === null ? command.args : command.args.partial({ [typed]: true } as never)
  const result = schema.safeParse(args)
  if (result.success) return { ok: true, args: result.data as never }
  const wrong: Record<string, Key> = {}
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '')
    wrong[name] = faultOf(issue.code, name in args)
  }
  return { ok: false, wrong }
}

const faultOf = (code: string | undefined, given: boolean): Key => {
  if (!given) return 'engine.error.missing'
  return code === 'too_big' ? 'engine.error.tooLong' : 'engine.error.invalid'
}

export interface FormWords {
  catalogue: Catalogue
  translator(language: Language): Translate
}

/** The form of a command in the person's language, filled with what is known. */
export const formFor = (
  words: FormWords,
  of: RegisteredCommand,
  language: Language,
  values: Record<string, string>,
  errors: Record<string, string> = {},
): Form => {
  const texts = words.catalogue.command(language, of.feature, of.command.name)
  const shape = of.command.args.shape
  const typed = Object.keys(shape).filter((name) => askOf(shape[name] as never).as !== 'hidden')
  const asked = typed.filter((name) => name !== replacedBy(of.command, values))
  const hidden = Object.fromEntries(
    Object.entries(values).filter(([name]) => name in shape && !typed.includes(name)),
  )
  return {
    command: of.command.name,
    title: texts?.summary ?? of.command.name,
    submit: texts?.words[0] ?? of.command.name,
    fields: asked.map((name) =>
      field(words, of.command, texts, language, name, values[name] ?? '', errors[name] ?? null),
    ),
    hidden,
  }
}

const field = (
  words: FormWords,
  command: Command,
  texts: CommandWords | undefined,
  language: Language,
  name: string,
  value: string,
  error: string | null,
) => {
  const schema = command.args.shape[name] as never
  const ask = askFor(schema, value)
  const arg = texts?.args?.[name]
  const options = ask.as === 'choice' ? ask.options : []
  const labelled = (option: string) =>
    arg?.options?.[option]?.split('|')[0] ??
    (arg?.optionsFrom ? words.translator(language).named(arg.optionsFrom, option) : option)
  return {
    name,
    label: arg?.label ?? name,
    hint: arg?.hint ?? '',
    required: isRequired(schema),
    ask,
    choices: options.map(labelled),
    value,
    error,
  }
}

/** What is no option but may be said all the same is shown as it was written. */
const askFor = (schema: z.ZodType, value: string): Ask => {
  const ask = askOf(schema)
  const other = ask.as === 'choice' && value !== '' && !ask.options.includes(value)
  return other && schema.safeParse(value).success ? { as: 'text' } : ask
}
