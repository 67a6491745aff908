/** Reads aloud what arrives in the open channel; mounted anew with each channel and person. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePlay } from './play.js'
import type { Message } from './wire.js'
import { useWords } from './words.js'

export const Herald = ({ last }: { last: Message | undefined }) => {
  const { chat, me } = usePlay()
  const t = useWords()
  const [said, setSaid] = useState('')
  const known = useRef(last?.id)
  useEffect(() => {
    if (!last || last.id === known.current) return
    known.current = last.id
    if (last.author === me.id) return
    const name = chat.people.find(({ id }) => id === last.author)?.name ?? t('page.bot')
    setSaid(t('page.chat.heard', { name, text: last.card?.title ?? last.text }))
  }, [last?.id])
  return (
    <div class="sr" role="status" aria-live="polite">
      {said}
    </div>
  )
}
