/** Living cards: a view names what is shown; the card is drawn from stored state each time it is sent or changes. */
import type { Card } from './card.js'
import type { Reading } from './context.js'
import type { Language, Translate } from './translate.js'

/** Who looks: a channel has a language but is nobody. */
export interface Viewer {
  person: string | null
  language: Language
  zone: string
  /** Whose people and campaigns the card may show; empty or absent: the house's own. */
  organisation?: string
}

export interface View<S = never> {
  /** What the card shows, read when it is sent: `null` when there is nothing (more) to say. */
  load(store: Reading, args: Record<string, string>): Promise<S | null>
  draw(state: S): (t: Translate, viewer: Viewer) => Card
}

/** Keeps the state type between `load` and `draw` while views of any state stand in one list. */
export const defineView = <S>(view: View<S>): View => view as unknown as View

/** A view with its arguments, as kept in the outbox. */
export interface ViewRef {
  view: string
  args: Record<string, string>
}
