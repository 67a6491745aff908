/** A form as a modal dialog: keeps what was typed when errors come back, and goes to the first of them. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { FormField } from '../../../kit/form.js'
import type { Deed } from './deeds.js'
import { FieldView } from './field.js'
import { Icon } from './icon.js'
import type { WireForm } from './wire.js'
import { useWords } from './words.js'

export type Values = Record<string, string>

interface Props {
  form: WireForm
  /** The submit that is under way or did not get through. */
  deed: Deed | undefined
  submit(values: Values): void
  cancel(): void
}

const given = (fields: FormField[]): Values =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]))

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
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      // The dialog is gone by now, and the browser's own way back with it.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    const wrong = dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const first = dialog.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
    const target = wrong ?? first
    target?.focus()
  }, [form])
  return dialog
}

/** What stands in the way of submitting: a network that failed, a refusal, or fields to correct. */
const Trouble = ({ form, deed }: Pick<Props, 'form' | 'deed'>) => {
  const t = useWords()
  const failed = deed !== undefined && deed.state !== 'busy'
  if (!failed && !form.fields.some(({ error }) => error)) return null
  return (
    <p class="trouble" role="alert">
      <Icon name="warn" />
      {failed ? deed.why || t('page.fault') : t('page.form.again')}
    </p>
  )
}

const Head = ({ form, cancel }: Pick<Props, 'form' | 'cancel'>) => (
  <header>
    <h2 id="form-title">{form.title}</h2>
    <button type="button" class="plain-icon" aria-label={useWords()('page.close')} onClick={cancel}>
      <Icon name="close" />
    </button>
  </header>
)

const Foot = ({ form, busy, cancel }: Pick<Props, 'form' | 'cancel'> & { busy: boolean }) => {
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

/** What the browser would do, done by the page. */
const instead = (act: () => void) => (event: Event) => {
  event.preventDefault()
  act()
}

export const FormDialog = ({ form, deed, submit, cancel }: Props) => {
  const { values, set } = useValues(form)
  const dialog = useDialog(form)
  const busy = deed?.state === 'busy'
  const onSubmit = () => busy || submit(values)
  return (
    <dialog ref={dialog} class="form" aria-labelledby="form-title" onCancel={instead(cancel)}>
      <form onSubmit={instead(onSubmit)} noValidate>
        <Head form={form} cancel={cancel} />
        <div class="fields-sheet">
          <Trouble form={form} deed={deed} />
          {form.fields.map((field) => (
            <FieldView
              key={field.name}
              {...{ field, value: values[field.name] ?? '', set: set(field.name) }}
            />
          ))}
        </div>
        <Foot form={form} busy={busy} cancel={cancel} />
      </form>
    </dialog>
  )
}
