/** Where a person writes: one field with suggestions and history, safe for input methods. */
import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
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

const Suggestions = ({ list, take }: { list: Completing; take: (option: Completion) => void }) => {
  const t = useWords()
  return (
    <ul id="suggestions" role="listbox" class="suggestions" aria-label={t('page.say.options')}>
      {list.options.map((option, i) => (
        <li
          key={option.insert + option.label}
          id={`suggestion-${i}`}
          role="option"
          aria-selected={i === list.active}
          ref={(row) => void (i === list.active && row?.scrollIntoView({ block: 'nearest' }))}
          // Not click: the field keeps the focus.
          onMouseDown={(event) => (event.preventDefault(), take(option))}
        >
          <b>{option.label}</b>
          <span>{option.hint}</span>
        </li>
      ))}
    </ul>
  )
}

const useLine = ({ text, setText }: Draft) => {
  const { chat, me, deeds } = usePlay()
  const list = useCompletion(me.id, chat.open)
  const past = useHistory(me.id)
  useEffect(() => list.close(), [me.id, chat.open])
  const type = (typed: string) => {
    setText(typed)
    past.leave()
    list.ask(typed)
  }
  const send = () => {
    list.close()
    if (text.trim() === '') return
    past.add(text.trim())
    deeds.start(me.id, { kind: 'say', channel: chat.open, text: text.trim() })
    setText('')
  }
  const take = (option: Completion) => type(option.insert)
  const key = (name: string): boolean => {
    if (list.onKey(name, take)) return true
    const line = past.walk(name, text)
    if (line !== null) setText(line)
    return line !== null
  }
  return { list, type, send, take, key }
}

export const Composer = (draft: Draft & { channel: string }) => {
  const t = useWords()
  const { list, type, send, take, key } = useLine(draft)
  const box = useGrowing(draft.text)
  const onKeyDown = (event: Key) => {
    if (composing(event)) return
    const sends = event.key === 'Enter' && !event.shiftKey
    const handled = !event.shiftKey && key(event.key)
    if (sends && !handled) send()
    if (sends || handled) event.preventDefault()
  }
  const open = list.options.length > 0
  return (
    <form class="composer" onSubmit={(event) => (event.preventDefault(), send())}>
      {open && <Suggestions list={list} take={take} />}
      <div class="field">
        <textarea
          id="say"
          ref={box}
          rows={1}
          value={draft.text}
          aria-label={t('page.say.label')}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? 'suggestions' : undefined}
          aria-activedescendant={list.active >= 0 ? `suggestion-${list.active}` : undefined}
          placeholder={t('page.say.placeholder', { channel: draft.channel })}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={list.close}
        />
        <button type="submit" class="send" aria-label={t('page.say.send')} aria-disabled={draft.text.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
      <p class="keys">{t('page.say.keys')}</p>
    </form>
  )
}
