/** One message: who, when, for whom, and what – a card or words. */
import { SentFiles } from './attachments.js'
import { Avatar } from './avatar.js'
import type { Presses } from './button.js'
import { CardView } from './card.js'
import { DeedTrouble } from './deed-trouble.js'
import type { Deed } from './deeds.js'
import { FileSource } from './file.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { clockTime, fullTime, type Place } from './time.js'
import type { Channel, Message } from './wire.js'
import { useWords } from './words.js'

const Time = ({ at, place }: { at: string; place: Place }) => (
  <time dateTime={at} title={fullTime(new Date(at), place)}>
    {clockTime(new Date(at), place)}
  </time>
)

/** In the conversation with the bot everything is private, so nothing is marked. */
const isMarkedPrivate = (message: Message, channels: Channel[]) =>
  message.visibleTo !== null && channels.some(({ id, kind }) => id === message.channel && kind === 'group')

/** Marks stay where the rest of the head is left out. */
const Marks = ({ message, place, secret }: { message: Message; place: Place; secret: boolean }) => {
  const t = useWords()
  return (
    <>
      {message.editedAt && (
        <span class="edited" title={fullTime(new Date(message.editedAt), place)}>
          {t('page.chat.edited')}
        </span>
      )}
      {secret && (
        <span class="only">
          <Icon name="lock" />
          {t('page.chat.only')}
        </span>
      )}
    </>
  )
}

const pressOf = (deed: Deed, message: Message) =>
  deed.act.kind === 'press' && deed.act.message === message.id ? deed.act : null

/** Buttons of the card tied to the deeds of the acting person. */
const usePresses = (message: Message): Presses => {
  const { deeds, me } = usePlay()
  const idOf = (index: number) => message.buttons[index]?.id
  const isBusy = (deed: Deed, button: string | undefined) =>
    deed.state === 'busy' && deed.as === me.id && pressOf(deed, message)?.button === button
  return {
    busy: (index) => deeds.all.some((deed) => isBusy(deed, idOf(index))),
    press: (index) => {
      const button = idOf(index)
      if (button !== undefined) deeds.start(me.id, { kind: 'press', message: message.id, button })
    },
  }
}

const Troubles = ({ message }: { message: Message }) => {
  const { deeds, me } = usePlay()
  const failed = deeds.all.filter(
    (deed) => deed.state !== 'busy' && deed.as === me.id && pressOf(deed, message),
  )
  const labelOf = (deed: Deed) =>
    message.buttons.find(({ id }) => id === pressOf(deed, message)?.button)?.label
  const t = useWords()
  return (
    <>
      {failed.map((deed) => (
        <DeedTrouble
          key={deed.delivery}
          deed={deed}
          said={t('page.chat.unpressed', { label: labelOf(deed) ?? '' })}
        />
      ))}
    </>
  )
}

const Body = ({ message }: { message: Message }) => {
  const presses = usePresses(message)
  const { me } = usePlay()
  if (!message.card)
    return (
      <>
        {message.text !== '' && <p class="words">{message.text}</p>}
        <SentFiles files={message.files} />
      </>
    )
  return (
    <>
      <FileSource.Provider value={{ message: message.id, as: me.id }}>
        <CardView card={message.card} presses={presses} />
      </FileSource.Provider>
      <Troubles message={message} />
    </>
  )
}

/** `follows`: the message before is by the same author, so the head is left out. */
export const MessageView = ({ message, follows }: { message: Message; follows: boolean }) => {
  const { chat, place } = usePlay()
  const t = useWords()
  const author = chat.people.find(({ id }) => id === message.author) ?? null
  const name = message.author === null ? t('page.bot') : (author?.name ?? message.author)
  const secret = isMarkedPrivate(message, chat.channels)
  const marked = message.editedAt !== null || secret
  return (
    <li class={follows ? 'message follows' : 'message'}>
      {!follows && (
        <Avatar person={message.author === null ? null : (author ?? { id: message.author, name })} />
      )}
      <div class="bubble">
        <div class={follows && !marked ? 'head quiet' : 'head'}>
          {follows ? <span class="sr">{name}</span> : <b>{name}</b>}
          <Time at={message.at} place={place} />
          <Marks message={message} place={place} secret={secret} />
        </div>
        <Body message={message} />
      </div>
    </li>
  )
}
