/** A person from the list, or anything else that names one; the list answers with ids, since names repeat. */
import { useState } from 'preact/hooks'
import type { InputProps } from './field.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

const other = ' other'

export const PersonInput = ({ field, value, set, ties }: InputProps) => {
  const t = useWords()
  const { people } = usePlay().chat
  const known = people.find(({ id }) => id === value) ?? people.find(({ name }) => name === value)
  const [free, setFree] = useState(value !== '' && !known)
  const choose = (id: string) => {
    setFree(id === other)
    set(id === other ? '' : id)
  }
  return (
    <>
      <select {...ties} value={free ? other : (known?.id ?? '')} onChange={(e) => choose(e.currentTarget.value)}>
        <option value="">{t(field.required ? 'page.form.choose' : 'page.form.none')}</option>
        {people.map(({ id, name, department }) => (
          <option key={id} value={id}>
            {department ? `${name} · ${department}` : name}
          </option>
        ))}
        <option value={other}>{t('page.form.other')}</option>
      </select>
      {free && (
        <input
          type="text"
          aria-label={t('page.form.typed')}
          placeholder={t('page.form.typed')}
          value={value}
          onInput={(e) => set(e.currentTarget.value)}
        />
      )}
    </>
  )
}
