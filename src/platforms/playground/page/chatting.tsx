/** The middle of the page: the open channel, from its name to the field to write in. */
import { useState } from 'preact/hooks'
import { useAttachments, useDrop } from './attachments.js'
import { Avatar } from './avatar.js'
import { Composer } from './composer.js'
import { Conversation } from './conversation.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

/** `name` is `null` for the conversation with the bot. */
const ChatHead = ({ name }: { name: string | null }) => {
  const t = useWords()
  return (
    <header class="chat-head">
      {name === null ? <Avatar person={null} /> : <Icon name="hash" />}
      <h1>{name ?? t('page.bot')}</h1>
      <p>{t(name === null ? 'page.chat.private' : 'page.chat.about')}</p>
    </header>
  )
}

export const Chatting = () => {
  const { chat } = usePlay()
  const t = useWords()
  const [text, setText] = useState('')
  const channel = chat.channels.find(({ id }) => id === chat.open)
  const name = channel?.kind === 'group' ? channel.name : null
  const prefill = (line: string) => {
    setText(line)
    document.getElementById('say')?.focus()
  }
  // In a group the bot hears only what is said to it.
  const attachments = useAttachments(() => {
    if (name !== null && text.trim() === '') setText(t('page.file.call'))
    document.getElementById('say')?.focus()
  })
  const drop = useDrop(attachments.add)
  const placeholder =
    name === null ? t('page.say.direct') : t('page.say.placeholder', { channel: `#${name}` })
  return (
    <main class="chat" {...drop.handlers}>
      <ChatHead name={name} />
      <Conversation prefill={prefill} />
      <Composer {...{ text, setText, attachments, placeholder }} />
      {drop.over && <p class="drop">{t('page.file.drop')}</p>}
    </main>
  )
}
