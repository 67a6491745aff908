/** Scrolling of the conversation: keeps to the end while one reads along, digs up older messages. */
import { useRef, useState } from 'preact/hooks'
import { usePlay } from './play.js'

/** How far from the end still counts as reading along, in pixels. */
const near = 80

/** Older pages, one at a time. */
const useDigging = () => {
  const { chat, digUp } = usePlay()
  const digging = useRef(false)
  return async () => {
    if (digging.current || chat.whole || !chat.loaded) return
    digging.current = true
    await digUp()
    digging.current = false
  }
}

/**
 * The box is laid out from its end (`column-reverse`): the browser itself keeps the end in sight while
 * messages come, and the place while older ones are put above. Positions count down from 0 at the end.
 */
export const useScroller = () => {
  const dig = useDigging()
  const [atEnd, setAtEnd] = useState(true)
  const box = useRef<HTMLElement>(null)
  const onScroll = () => {
    if (!box.current) return
    const { scrollTop, scrollHeight, clientHeight } = box.current
    setAtEnd(-scrollTop < near)
    if (scrollHeight - clientHeight + scrollTop < near * 3) void dig()
  }
  const toEnd = () => box.current?.scrollTo({ top: 0 })
  return { scroller: { ref: box, onScroll }, atEnd, toEnd }
}
