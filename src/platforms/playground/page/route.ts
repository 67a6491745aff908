/** The address bar as state: a channel or the gallery, so that back, reload and links work. */
import { useEffect, useState } from 'preact/hooks'

export type Route = { page: 'gallery' } | { page: 'chat'; channel: string | null }

export const galleryLink = '#gallery'
export const channelLink = (channel: string) => `#channel/${encodeURIComponent(channel)}`

const read = (): Route => {
  if (location.hash === galleryLink) return { page: 'gallery' }
  const channel = /^#channel\/(.+)$/.exec(location.hash)?.[1]
  return { page: 'chat', channel: channel === undefined ? null : decode(channel) }
}

/** A mistyped address is no channel, not a crash. */
const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

export const useRoute = (): Route => {
  const [route, setRoute] = useState(read)
  useEffect(() => {
    const follow = () => setRoute(read())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}
