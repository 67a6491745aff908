/** Which sides of the page are open: columns where there is room, drawers over the middle elsewhere. */
import { useEffect, useState } from 'preact/hooks'
import { recall, remember } from './remember.js'

/** Matches `layout.css`. */
const media = { side: '(max-width: 760px)', panel: '(max-width: 1120px)' } as const

export type Side = keyof typeof media

const useMedia = (query: string): boolean => {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = () => setMatches(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return matches
}

export const useSides = () => {
  const small = { side: useMedia(media.side), panel: useMedia(media.panel) }
  const [column, setColumn] = useState(() => recall('panel') !== 'closed')
  const [drawer, setDrawer] = useState<Side | null>(null)
  const open = {
    side: small.side ? drawer === 'side' : true,
    panel: small.panel ? drawer === 'panel' : column,
  }
  const toggle = (which: Side) => {
    if (small[which]) return setDrawer(drawer === which ? null : which)
    setColumn(!column)
    remember('panel', column ? 'closed' : 'open')
  }
  /** The open drawer, while it really is one. */
  const over = drawer && small[drawer] ? drawer : null
  return { open, over, toggle, close: () => setDrawer(null) }
}
