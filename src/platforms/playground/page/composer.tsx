/** Where a person writes: one field with suggestions and history, safe for input methods. */
import type { TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { AttachButton, Attached, type Attachments } from './attachments.js'
import { type Completing, useCompletion } from './completion.js'
import { useHistory } from './history.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import type { Completion } from './wire.js'
import { useWords } from './words.js'

type Key = TargetedKeyboardEvent<HTMLTextAreaElement>

interface Draft {
  text: string
  setText: (text: string) => void
  attachments: Attachments
}

/** While an input method is choosing characters Enter belongs to it; Safari tells so only by the key code. */
const composing = (event: Key) => event.isComposing || event.keyCode === 229

/** The field is as high as its lines. */
const useGrowing = (text: string) => {
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const style = box.current?.style
    style?.setProperty('height', 'auto')
    style?.setProperty('height', `${box.current?.scrollHeight ?? 0}px`)
  }, [text])
  return box
}

const option = (at: number) => `suggestion-${at}`

interface SuggestionProps {
  completion: Completion
  at: number
  active: boolean
  take: (completion: Completion) => void
}

const Suggestion = ({ completion, at, active, take }: SuggestionProps) => {
  const onMouseDown = (event: Event) => {
    // Not click: the field keeps the focus.
    event.preventDefault()
    take(completion)
  }
  const row = (element: Element | null) => {
    if (active) element?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div
      ref={row}
      id={option(at)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={onMouseDown}
    >
      <b>{completion.label}</b>
      <span>{completion.hint}</span>
    </div>
  )
}

const Suggestions = ({ list, take }: { list: Completing; take: SuggestionProps['take'] }) => (
  <div id="suggestions" role="listbox" class="suggestions" aria-label={useWords()('page.say.options')}>
    {list.options.map((completion, i) => (
      <Suggestion key={completion.insert} at={i} active={i === list.active} {...{ completion, take }} />
    ))}
  </div>
)

const useLine = ({ text, setText, attachments }: Draft) => {
  const { chat, me, deeds } = usePlay()
  const list = useCompletion(me.id, chat.open)
  const past = useHistory(me.id)
  const type = (typed: string) => {
    setText(typed)
    past.leave()
    list.ask(typed)
  }
  const send = () => {
    list.close()
    const { files } = attachments
    if (text.trim() === '' && files.length === 0) return
    if (text.trim() !== '') past.add(text.trim())
    deeds.start(me.id, { kind: 'say', channel: chat.open, text: text.trim(), files })
    setText('')
    attachments.clear()
  }
  const take = ({ insert }: Completion) => {
    list.close()
    type(insert)
  }
  const handles = (key: string) => list.onKey(key, take) || past.walk(key, text, setText)
  return { text, list, type, send, take, handles }
}

type Line = ReturnType<typeof useLine>

const Field = ({ line, placeholder }: { line: Line; placeholder: string }) => {
  const { text, list, type, send, handles } = line
  const box = useGrowing(text)
  const onKeyDown = (event: Key) => {
    if (composing(event) || event.shiftKey) return
    const handled = handles(event.key)
    if (event.key === 'Enter' && !handled) send()
    if (event.key === 'Enter' || handled) event.preventDefault()
  }
  const about = {
    'aria-label': useWords()('page.say.label'),
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': list.options.length > 0 ? 'suggestions' : undefined,
    'aria-activedescendant': list.active >= 0 ? option(list.active) : undefined,
    enterkeyhint: 'send',
    autocomplete: 'off',
  } as const
  const onInput = (event: { currentTarget: HTMLTextAreaElement }) => type(event.currentTarget.value)
  const on = { onInput, onKeyDown, onBlur: list.close }
  return <textarea id="say" ref={box} rows={1} value={text} placeholder={placeholder} {...about} {...on} />
}

export const Composer = ({ placeholder, ...draft }: Draft & { placeholder: string }) => {
  const t = useWords()
  const line = useLine(draft)
  const onSubmit = (event: Event) => {
    event.preventDefault()
    line.send()
  }
  return (
    <form class="composer" onSubmit={onSubmit}>
      {line.list.options.length > 0 && <Suggestions list={line.list} take={line.take} />}
      <Attached {...draft.attachments} />
      <div class="field">
        <AttachButton add={draft.attachments.add} />
        <Field line={line} placeholder={placeholder} />
        <button
          type="submit"
          class="send"
          aria-label={t('page.say.send')}
          aria-disabled={draft.text.trim() === '' && draft.attachments.files.length === 0}
        >
          <Icon name="send" />
        </button>
      </div>
      <p class="keys">{t('page.say.keys')}</p>
    </form>
  )
}
