/** A date as people write it, with the browser's calendar beside it for those who would rather pick one. */
import { useRef } from 'preact/hooks'
import type { InputProps } from './field.js'
import { Icon } from './icon.js'
import { useWords } from './words.js'

const written = /^\d{4}-\d{2}-\d{2}$/

interface CalendarProps {
  value: string
  set: (value: string) => void
}

/** The browser's own date field, out of sight: it is there for its calendar. */
const Calendar = ({ value, set }: CalendarProps) => {
  const field = useRef<HTMLInputElement>(null)
  const hidden = { class: 'behind', tabIndex: -1, 'aria-hidden': 'true' } as const
  const day = written.test(value) ? value : ''
  return (
    <>
      <button
        type="button"
        class="plain-icon"
        aria-label={useWords()('page.form.day')}
        onClick={() => field.current?.showPicker()}
      >
        <Icon name="day" />
      </button>
      <input ref={field} type="date" {...hidden} value={day} onChange={(e) => set(e.currentTarget.value)} />
    </>
  )
}

export const DateInput = ({ value, set, ties }: InputProps) => (
  <div class="with-aid">
    <input
      {...ties}
      type="text"
      autocomplete="off"
      value={value}
      onInput={(e) => set(e.currentTarget.value)}
    />
    <Calendar value={value} set={set} />
  </div>
)
