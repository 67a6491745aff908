/** A button of a card: pressed, busy until the server has answered, and ready to be pressed again. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Button } from '../../../kit/card.js'
import { useWords } from './words.js'

export interface Presses {
  /** Whether the button at this place in the card is waiting for its answer. */
  busy(index: number): boolean
  press(index: number): void
}

interface Pressing {
  /** `null`: buttons are only shown. */
  presses: Presses | null
  order: Map<Button, number>
}

export const PressContext = createContext<Pressing>({ presses: null, order: new Map() })

export const ButtonView = ({ button }: { button: Button }) => {
  const t = useWords()
  const { presses, order } = useContext(PressContext)
  const index = order.get(button) ?? -1
  const busy = presses?.busy(index) ?? false
  return (
    <button
      type="button"
      class={`button ${button.look}`}
      aria-busy={busy}
      aria-disabled={presses === null || busy}
      onClick={() => presses?.press(index)}
    >
      {busy && <span class="spinner" role="img" aria-label={t('page.card.busy')} />}
      {button.label}
    </button>
  )
}

export const Buttons = ({ buttons }: { buttons: readonly Button[] }) =>
  buttons.length > 0 ? (
    <div class="buttons">
      {buttons.map((button, i) => (
        <ButtonView key={i} button={button} />
      ))}
    </div>
  ) : null
