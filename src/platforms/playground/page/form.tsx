/** A form as a modal dialog: keeps what was typed when errors come back, and goes to the first of them. */
import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { FormField } from '../../../kit/form.js'
import { FieldView } from './field.js'
import { Icon } from './icon.js'
import type { WireForm } from './wire.js'
import { useWords } from './words.js'

export type Values = Record<string, string>

interface Props {
  form: WireForm
  busy: boolean
  /** The last attempt did not get through. */
  failed: boolean
  /** The server's words about it, if it said any. */
  why: string
  submit(values: Values): void
  cancel(): void
}

const given = (fields: FormField[]): Values => Object.fromEntries(fields.map(({ name, value }) => [name, value]))

/** A form that comes back with errors is the same form: what was typed into it stays. */
const carried = (form: WireForm, typed: Values): Values => {
  const fresh = given(form.fields)
  if (!form.fields.some(({ error }) => error)) return fresh
  return { ...fresh, ...Object.fromEntries(Object.entries(typed).filter(([name]) => name in fresh)) }
}

const useValues = (form: WireForm) => {
  const [values, setValues] = useState(() => given(form.fields))
  const shown = useRef(form)
  useEffect(() => {
    if (shown.current !== form) setValues((typed) => carried(form, typed))
    shown.current = form
  }, [form])
  const set = (name: string) => (value: string) => setValues((now) => ({ ...now, [name]: value }))
  return { values, set }
}

/** Opens the dialog and puts the caret where the person is needed. */
const useDialog = (form: WireForm) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    return () => dialog.current?.close()
  }, [])
  useEffect(() => {
    const wrong = dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const first = dialog.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
    const target = wrong ?? first
    target?.focus()
  }, [form])
  return dialog
}

const Trouble = ({ words }: { words: string }) => (
  <p class="trouble" role="alert">
    <Icon name="warn" />
    {words}
  </p>
)

const Foot = ({ form, busy, cancel }: Pick<Props, 'form' | 'busy' | 'cancel'>) => {
  const t = useWords()
  return (
    <footer>
      <button type="button" class="button plain" onClick={cancel}>
        {t('page.form.cancel')}
      </button>
      <button type="submit" class="button primary" aria-busy={busy} aria-disabled={busy}>
        {busy && <span class="spinner" role="img" aria-label={t('page.card.busy')} />}
        {form.submit}
      </button>
    </footer>
  )
}

export const FormDialog = ({ form, busy, failed, why, submit, cancel }: Props) => {
  const t = useWords()
  const { values, set } = useValues(form)
  const dialog = useDialog(form)
  const wrong = form.fields.some(({ error }) => error) ? t('page.form.again') : ''
  const words = failed ? why || t('page.fault') : wrong
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) submit(values)
  }
  const onCancel = (event: Event) => {
    event.preventDefault()
    cancel()
  }
  return (
    <dialog ref={dialog} class="form" aria-labelledby="form-title" onCancel={onCancel}>
      <form onSubmit={onSubmit} noValidate>
        <header>
          <h2 id="form-title">{form.title}</h2>
          <button type="button" class="plain-icon" aria-label={t('page.close')} onClick={cancel}>
            <Icon name="close" />
          </button>
        </header>
        <div class="fields-sheet">
          {words !== '' && <Trouble words={words} />}
          {form.fields.map((field) => (
            <FieldView key={field.name} field={field} value={values[field.name] ?? ''} set={set(field.name)} />
          ))}
        </div>
        <Foot form={form} busy={busy} cancel={cancel} />
      </form>
    </dialog>
  )
}
