/** One field of a form with its label, hint and error; each way of asking has its row in the table. */
import type { ComponentChild } from 'preact'
import type { Ask } from '../../../kit/args.js'
import type { FormField } from '../../../kit/form.js'
import { ChannelInput } from './channel-input.js'
import { DateInput } from './date-input.js'
import { PersonInput } from './person-input.js'
import { useWords } from './words.js'

export interface InputProps {
  field: FormField
  value: string
  set(value: string): void
  /** What ties the input to its label, hint and error. */
  ties: ReturnType<typeof tiesOf>
}

const ChoiceInput = ({ field, value, set, ties }: InputProps) => {
  const t = useWords()
  const options = field.ask.as === 'choice' ? field.ask.options : []
  return (
    <select {...ties} value={value} onChange={(event) => set(event.currentTarget.value)}>
      <option value="">{t(field.required ? 'page.form.choose' : 'page.form.none')}</option>
      {options.map((option, i) => (
        <option key={option} value={option}>
          {field.choices[i] ?? option}
        </option>
      ))}
    </select>
  )
}

const draw: Record<Ask['as'], (props: InputProps) => ComponentChild> = {
  text: ({ value, set, ties }) => (
    <input
      {...ties}
      type="text"
      autocomplete="off"
      value={value}
      onInput={(e) => set(e.currentTarget.value)}
    />
  ),
  channel: (props) => <ChannelInput {...props} />,
  long: ({ value, set, ties }) => (
    <textarea {...ties} rows={5} value={value} onInput={(e) => set(e.currentTarget.value)} />
  ),
  date: (props) => <DateInput {...props} />,
  person: (props) => <PersonInput {...props} />,
  choice: (props) => <ChoiceInput {...props} />,
  hidden: () => null,
}

const Label = ({ id, field }: { id: string; field: FormField }) => {
  const t = useWords()
  return (
    <label for={id}>
      {field.label}
      {field.required && (
        <>
          <span class="required" aria-hidden="true" />
          <span class="sr">{t('page.form.required')}</span>
        </>
      )}
    </label>
  )
}

const tiesOf = (id: string, field: FormField) => {
  const told = [field.error && `${id}-error`, field.hint && `${id}-hint`].filter(Boolean).join(' ')
  return {
    id,
    'aria-describedby': told || undefined,
    'aria-invalid': field.error !== null,
    'aria-required': field.required,
  }
}

export const FieldView = ({ field, value, set }: Omit<InputProps, 'ties'>) => {
  if (field.ask.as === 'hidden') return null
  const id = `field-${field.name}`
  return (
    <div class={field.error ? 'field-row wrong' : 'field-row'}>
      <Label id={id} field={field} />
      {draw[field.ask.as]({ field, value, set, ties: tiesOf(id, field) })}
      {field.error && (
        <p id={`${id}-error`} class="error">
          {field.error}
        </p>
      )}
      {field.hint && (
        <p id={`${id}-hint`} class="hint">
          {field.hint}
        </p>
      )}
    </div>
  )
}
