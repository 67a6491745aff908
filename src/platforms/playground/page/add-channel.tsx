/** The heading above the groups with its "+", which opens a field for the name of a new one. */
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiError, api } from './api.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { channelLink } from './route.js'
import { useWords } from './words.js'

interface Done {
  done: () => void
  onAdded: () => void
}

/** Makes the channel and goes there; tells in words why not. */
const useAdd = ({ done, onAdded }: Done) => {
  const { me, add } = usePlay()
  const t = useWords()
  const [trouble, setTrouble] = useState('')
  const make = async (name: string) => {
    if (name === '') return done()
    try {
      const channel = await api.addChannel(me.id, name)
      add(channel)
      location.hash = channelLink(channel.id)
      done()
      onAdded()
    } catch (error) {
      setTrouble((error instanceof ApiError && error.message) || t('page.fault'))
    }
  }
  return { trouble, make }
}

const NameForm = ({ done, onAdded }: Done) => {
  const t = useWords()
  const label = t('page.channels.name')
  const field = useRef<HTMLInputElement>(null)
  const { trouble, make } = useAdd({ done, onAdded })
  useEffect(() => field.current?.focus(), [])
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void make(field.current?.value.trim() ?? '')
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    done()
  }
  return (
    <form class="add" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <input ref={field} type="text" aria-label={label} placeholder={label} />
      <button type="submit" class="button primary">
        {t('page.channels.create')}
      </button>
      <Trouble words={trouble} />
    </form>
  )
}

const Trouble = ({ words }: { words: string }) => (
  <p class="error" role="alert">
    {words}
  </p>
)

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
      {adding && <NameForm done={() => setAdding(false)} onAdded={onAdded} />}
    </>
  )
}
