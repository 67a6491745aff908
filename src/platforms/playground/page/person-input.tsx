/** A person from the list, or anything else that names one; the list answers with ids, since names repeat. */
import { useState } from 'preact/hooks'
import type { InputProps } from './field.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

const other = ' other'

const Options = ({ required }: { required: boolean }) => {
  const t = useWords()
  return (
    <>
      <option value="">{t(required ? 'page.form.choose' : 'page.form.none')}</option>
      {usePlay().chat.people.map(({ id, name, department }) => (
        <option key={id} value={id}>
          {department ? `${name} · ${department}` : name}
        </option>
      ))}
      <option value={other}>{t('page.form.other')}</option>
    </>
  )
}

const FreeInput = ({ value, set }: Pick<InputProps, 'value' | 'set'>) => {
  const label = useWords()('page.form.typed')
  const onInput = (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value)
  return <input type="text" aria-label={label} placeholder={label} value={value} onInput={onInput} />
}

export const PersonInput = ({ field, value, set, ties }: InputProps) => {
  const { people } = usePlay().chat
  const known = people.find(({ id }) => id === value) ?? people.find(({ name }) => name === value)
  const [free, setFree] = useState(value !== '' && !known)
  const choose = (event: { currentTarget: HTMLSelectElement }) => {
    const id = event.currentTarget.value
    setFree(id === other)
    set(id === other ? '' : id)
  }
  return (
    <>
      <select {...ties} value={free ? other : (known?.id ?? '')} onChange={choose}>
        <Options required={field.required} />
      </select>
      {free && <FreeInput value={value} set={set} />}
    </>
  )
}
