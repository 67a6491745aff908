/** What the acting person has said and the server has not confirmed: shown at once, with a retry. */
import { SentFiles } from './attachments.js'
import { Avatar } from './avatar.js'
import type { Chat } from './chat.js'
import { DeedTrouble } from './deed-trouble.js'
import type { Deed } from './deeds.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

type Line = Extract<Deed['act'], { kind: 'say' }>

const lineOf = ({ act }: Deed): Line | null => (act.kind === 'say' ? act : null)

/** The event stream may bring the line before its answer comes. */
const arrived = (chat: Chat, { text, files }: Line) =>
  chat.messages
    .slice(-5)
    .some(
      (message) =>
        message.author === chat.me && message.text === text && message.files.length === files.length,
    )

const PendingView = ({ deed, line }: { deed: Deed; line: Line }) => {
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
        {line.text !== '' && <p class="words">{line.text}</p>}
        <SentFiles files={line.files} />
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
  const here = deeds.all.flatMap((deed) => {
    const line = lineOf(deed)
    return line && deed.as === me.id && line.channel === chat.open ? [{ deed, line }] : []
  })
  const shown = here.filter(({ deed, line }) => deed.state !== 'busy' || !arrived(chat, line))
  return (
    <>
      {shown.map(({ deed, line }) => (
        <PendingView key={deed.delivery} deed={deed} line={line} />
      ))}
      {here.some(({ deed }) => deed.state === 'busy') && <Thinking />}
    </>
  )
}
