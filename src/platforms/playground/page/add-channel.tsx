/** The heading above the groups with its "+", which opens a field for the name of a new one. */
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { api, ApiError } from './api.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { channelLink } from './route.js'
import { useWords } from './words.js'

const NameForm = ({ onDone, onAdded }: { onDone: () => void; onAdded: () => void }) => {
  const { me, add } = usePlay()
  const t = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => field.current?.focus(), [])
  const onSubmit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = field.current?.value.trim() ?? ''
    if (name === '') return onDone()
    try {
      const channel = await api.addChannel(me.id, name)
      add(channel)
      onDone()
      onAdded()
      location.hash = channelLink(channel.id)
    } catch (error) {
      setTrouble((error instanceof ApiError && error.message) || t('page.fault'))
    }
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onDone()
  }
  return (
    <form class="add" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <input ref={field} type="text" aria-label={t('page.channels.name')} placeholder={t('page.channels.name')} />
      <button type="submit" class="button primary">
        {t('page.channels.create')}
      </button>
      {trouble !== '' && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
    </form>
  )
}

export const AddChannel = ({ title, onAdded }: { title: string; onAdded: () => void }) => {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <h2>
        {title}
        <button
          type="button"
          class="plain-icon"
          aria-label={t('page.channels.add')}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          <Icon name="plus" />
        </button>
      </h2>
      {adding && <NameForm onDone={() => setAdding(false)} onAdded={onAdded} />}
    </>
  )
}
