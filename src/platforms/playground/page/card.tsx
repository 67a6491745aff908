/** A card: its tone in a mark and a word, its blocks, and its buttons tied to what pressing them does. */
import type { Card, Tone } from '../../../kit/card.js'
import { BlockView } from './block.js'
import { PressContext, type Presses } from './button.js'
import { numbered } from './button-order.js'
import { Icon, type IconName } from './icon.js'
import { useWords, type Word } from './words.js'

const tones: Record<Tone, { icon: IconName; word: Word } | null> = {
  plain: null,
  good: { icon: 'good', word: 'page.card.good' },
  warn: { icon: 'warn', word: 'page.card.warn' },
  bad: { icon: 'bad', word: 'page.card.bad' },
}

const ToneMark = ({ tone }: { tone: Tone }) => {
  const t = useWords()
  const look = tones[tone]
  return (
    look && (
      <span class="tone">
        <Icon name={look.icon} />
        {t(look.word)}
      </span>
    )
  )
}

/** `presses` is missing where buttons are only shown, as in the gallery. */
export const CardView = ({ card, presses }: { card: Card; presses?: Presses }) => (
  <PressContext.Provider value={{ presses: presses ?? null, order: numbered(card) }}>
    <article class={`card ${card.tone}`} aria-label={card.title}>
      <header class="card-head">
        <h3>{card.title}</h3>
        <ToneMark tone={card.tone} />
      </header>
      {card.blocks.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </article>
  </PressContext.Provider>
)
