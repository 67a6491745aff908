/** A group from the list, named as commands name channels; nothing chosen means the one this is asked in. */
import type { InputProps } from './field.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

export const ChannelInput = ({ field, value, set, ties }: InputProps) => {
  const t = useWords()
  const groups = usePlay().chat.channels.filter(({ kind }) => kind === 'group')
  return (
    <select {...ties} value={value} onChange={(event) => set(event.currentTarget.value)}>
      <option value="">{t(field.required ? 'page.form.choose' : 'page.form.none')}</option>
      {groups.map(({ id, name }) => (
        <option key={id} value={`<#${id}>`}>
          {name}
        </option>
      ))}
    </select>
  )
}
