/** What the acting person has said and the server has not confirmed: shown at once, with a retry. */
import { Avatar } from './avatar.js'
import type { Chat } from './chat.js'
import { DeedTrouble } from './deed-trouble.js'
import type { Deed } from './deeds.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

const lineOf = ({ act }: Deed) => (act.kind === 'say' ? act : null)

/** The event stream may bring the line before its answer comes. */
const arrived = (chat: Chat, text: string) =>
  chat.messages.slice(-5).some((message) => message.author === chat.me && message.text === text)

const PendingView = ({ deed, text }: { deed: Deed; text: string }) => {
  const { me } = usePlay()
  const t = useWords()
  return (
    <li class="message pending">
      <Avatar person={me} />
      <div class="bubble">
        <div class="head">
          <b>{me.name}</b>
          {deed.state === 'busy' && <span>{t('page.chat.sending')}</span>}
        </div>
        <p class="words">{text}</p>
        {deed.state !== 'busy' && <DeedTrouble deed={deed} said={t('page.chat.failed')} />}
      </div>
    </li>
  )
}

const Thinking = () => {
  const t = useWords()
  return (
    <li class="message thinking">
      <Avatar person={null} />
      <span class="dots" role="img" aria-label={t('page.chat.thinking')}>
        <i />
        <i />
        <i />
      </span>
    </li>
  )
}

export const PendingLines = () => {
  const { deeds, chat, me } = usePlay()
  const here = deeds.all.filter((deed) => deed.as === me.id && lineOf(deed)?.channel === chat.open)
  const shown = here.filter((deed) => deed.state !== 'busy' || !arrived(chat, lineOf(deed)?.text ?? ''))
  return (
    <>
      {shown.map((deed) => (
        <PendingView key={deed.delivery} deed={deed} text={lineOf(deed)?.text ?? ''} />
      ))}
      {here.some((deed) => deed.state === 'busy') && <Thinking />}
    </>
  )
}
