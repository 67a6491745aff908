/** Buttons in rows of their own or beside a text; they get their ids when the whole message is drawn. */
import type { types } from '@slack/bolt'
import type { Actions, Button } from '../../../kit/card.js'
import { buttonValue } from '../buttons.js'
import { guardedTo } from '../cut.js'
import { limits } from '../limits.js'
import { plainObject } from './objects.js'
import type { SlackBlock } from './pen.js'

/** `about`: what the button belongs to, said to those who hear only the button. */
export const drawnButton = (button: Button, about?: string): types.Button => ({
  type: 'button',
  text: plainObject(button.label, limits.button.label),
  value: buttonValue(button).value,
  ...(button.look !== 'plain' && { style: button.look }),
  ...(about && { accessibility_label: guardedTo(`${button.label}: ${about}`, limits.button.spoken) }),
})

/** Rows of as many buttons as fit. */
export const buttonRows = (buttons: readonly Button[], about?: string): types.ActionsBlock[] => {
  const rows = Math.ceil(buttons.length / limits.actions)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'actions',
    elements: buttons
      .slice(row * limits.actions, (row + 1) * limits.actions)
      .map((button) => drawnButton(button, about)),
  }))
}

export const actionBlocks = ({ buttons }: Actions): SlackBlock[] => buttonRows(buttons)
