/** The right side: the playground's clock, the ways to move it, and what it will bring. */
import { useState } from 'preact/hooks'
import { ApiError, api } from './api.js'
import { useTick } from './clock.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { clockSeconds, fullDate, instantOf, wallTime } from './time.js'
import { UpcomingList, useUpcoming } from './upcoming.js'
import type { Move } from './wire.js'
import { useWords } from './words.js'

const hour = 3_600_000

const Face = () => {
  const { clock, place } = usePlay()
  useTick()
  const now = clock.now()
  return (
    <p class="face">
      <time dateTime={now.toISOString()}>{clockSeconds(now, place)}</time>
      <span>{fullDate(now, place)}</span>
      <span class="zone">{place.zone}</span>
    </p>
  )
}

/** How many events a move has run, or why it failed. */
type Outcome = { ran: number } | { why: string } | null

/** One move at a time. */
const useMove = () => {
  const { clock, hear, me } = usePlay()
  const [moving, setMoving] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const move = async (to: Move) => {
    if (moving) return
    setMoving(true)
    setOutcome(null)
    try {
      const { now, ran, messages } = await api.clock(me.id, to)
      clock.set(now)
      hear(messages, 'perhaps late')
      setOutcome({ ran })
    } catch (error) {
      setOutcome({ why: error instanceof ApiError ? error.message : '' })
    }
    setMoving(false)
  }
  return { moving, outcome, move }
}

const Said = ({ moving, outcome }: { moving: boolean; outcome: Outcome }) => {
  const t = useWords()
  const words = () => {
    if (moving) return t('page.time.moving')
    if (!outcome) return ''
    if ('why' in outcome) return outcome.why || t('page.fault')
    return outcome.ran > 0 ? t('page.time.ran', { count: outcome.ran }) : t('page.time.quiet')
  }
  return (
    <p class="said" role="status">
      {words()}
    </p>
  )
}

interface Mover {
  moving: boolean
  move: (to: Move) => void
}

const Jumps = ({ moving, move, any }: Mover & { any: boolean }) => {
  const { clock } = usePlay()
  const t = useWords()
  // A moment instead of a length: asked twice it still moves once.
  const ahead = (length: number) => () => move({ to: new Date(clock.now().getTime() + length).toISOString() })
  return (
    <div class="jumps">
      <button type="button" class="button plain" aria-disabled={moving} onClick={ahead(hour)}>
        {t('page.time.hour')}
      </button>
      <button type="button" class="button plain" aria-disabled={moving} onClick={ahead(24 * hour)}>
        {t('page.time.day')}
      </button>
      <button
        type="button"
        class="button primary"
        aria-disabled={moving || !any}
        onClick={() => any && move({ next: true })}
      >
        <Icon name="skip" />
        {t('page.time.next')}
      </button>
    </div>
  )
}

const GoTo = ({ moving, move }: Mover) => {
  const { clock, place } = usePlay()
  const t = useWords()
  const [wall, setWall] = useState('')
  const value = wall || wallTime(clock.now(), place.zone)
  const onInput = (event: { currentTarget: HTMLInputElement }) => setWall(event.currentTarget.value)
  const onSubmit = (event: Event) => {
    event.preventDefault()
    move({ to: instantOf(value, place.zone).toISOString() })
    setWall('')
  }
  return (
    <form class="goto" onSubmit={onSubmit}>
      <label for="goto">{t('page.time.goto')}</label>
      <input id="goto" type="datetime-local" required value={value} onInput={onInput} />
      <button type="submit" class="button plain" aria-disabled={moving}>
        {t('page.time.go')}
      </button>
    </form>
  )
}

export const TimeMachine = () => {
  const t = useWords()
  const { moving, outcome, move } = useMove()
  const upcoming = useUpcoming()
  return (
    <aside class="panel" id="panel" tabIndex={-1} aria-label={t('page.time.title')} aria-busy={moving}>
      <h2>{t('page.time.title')}</h2>
      <Face />
      <div class={moving ? 'moving' : 'still'} />
      <Jumps moving={moving} move={move} any={upcoming.length > 0} />
      <GoTo moving={moving} move={move} />
      <Said moving={moving} outcome={outcome} />
      <UpcomingList items={upcoming} go={(at) => move({ to: at })} busy={moving} />
    </aside>
  )
}
