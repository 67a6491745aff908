/** The left side: channels, the acting person's conversation with the bot, and the way to the gallery. */
import { AddChannel } from './add-channel.js'
import { Avatar } from './avatar.js'
import { channelsOf } from './chat.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { channelLink, galleryLink, type Route } from './route.js'
import type { Channel } from './wire.js'
import { useWords } from './words.js'

interface Place {
  route: Route
  /** A link was followed: the drawer may close. */
  onGo: () => void
}

const ChannelLink = ({ channel, route, onGo }: Place & { channel: Channel }) => {
  const { chat } = usePlay()
  const t = useWords()
  const here = route.page === 'chat' && channel.id === chat.open
  const unread = chat.unread.has(channel.id)
  return (
    <li>
      <a
        href={channelLink(channel.id)}
        class={unread ? 'news' : undefined}
        aria-current={here ? 'page' : undefined}
        onClick={onGo}
      >
        {channel.kind === 'group' ? <Icon name="hash" /> : <Avatar person={null} />}
        <span class="name">{channel.kind === 'group' ? channel.name : t('page.bot')}</span>
        {unread && <span class="unread" role="img" aria-label={t('page.channels.unread')} />}
      </a>
    </li>
  )
}

const ChannelList = ({ kind, ...place }: Place & { kind: Channel['kind'] }) => (
  <ul>
    {channelsOf(usePlay().chat)
      .filter((channel) => channel.kind === kind)
      .map((channel) => (
        <ChannelLink key={channel.id} channel={channel} {...place} />
      ))}
  </ul>
)

export const Sidebar = (place: Place) => {
  const t = useWords()
  const inGallery = place.route.page === 'gallery'
  return (
    <nav class="side" id="side" tabIndex={-1} aria-label={t('page.menu')}>
      <AddChannel title={t('page.channels.groups')} onAdded={place.onGo} />
      <ChannelList kind="group" {...place} />
      <h2>{t('page.channels.direct')}</h2>
      <ChannelList kind="direct" {...place} />
      <ul class="foot">
        <li>
          <a href={galleryLink} aria-current={inGallery ? 'page' : undefined} onClick={place.onGo}>
            <Icon name="grid" />
            <span class="name">{t('page.gallery.open')}</span>
          </a>
        </li>
      </ul>
    </nav>
  )
}
