/** A date as people write it, with the browser's calendar beside it for those who would rather pick one. */
import { useRef } from 'preact/hooks'
import type { InputProps } from './field.js'
import { Icon } from './icon.js'
import { useWords } from './words.js'

const written = /^\d{4}-\d{2}-\d{2}$/

export const DateInput = ({ value, set, ties }: InputProps) => {
  const t = useWords()
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <div class="with-aid">
      <input {...ties} type="text" autocomplete="off" value={value} onInput={(e) => set(e.currentTarget.value)} />
      <button
        type="button"
        class="plain-icon"
        aria-label={t('page.form.day')}
        onClick={() => calendar.current?.showPicker()}
      >
        <Icon name="day" />
      </button>
      <input
        ref={calendar}
        type="date"
        class="behind"
        tabIndex={-1}
        aria-hidden="true"
        value={written.test(value) ? value : ''}
        onChange={(e) => set(e.currentTarget.value)}
      />
    </div>
  )
}
