/** A form, drawn by a platform when arguments are missing or wrong: derived from the command's schema, never written by hand. */
import type { Ask } from './args.js'

export interface FormField {
  name: string
  label: string
  hint: string
  required: boolean
  ask: Ask
  /** Labels of `ask.options`, in the same order. */
  choices: string[]
  value: string
  error: string | null
}

export interface Form {
  command: string
  title: string
  submit: string
  fields: FormField[]
  /** Arguments already given that the form does not ask for. */
  hidden: Record<string, string>
}
