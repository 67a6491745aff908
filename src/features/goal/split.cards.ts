/** What is said when a goal has been split: the parts, what they leave open, and what they were before (F11). */
import { actions, type Card, card, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { splitBlocks } from './goal.cards.js'
import { goalRef } from './goal.js'
import { openButton } from './goal.lines.js'
import type { Goal } from './goal.repo.js'
import { type Axis, type Part, partsOf, partsText } from './split.js'

export interface SplitState {
  goal: Goal
  axis: Axis
  /** What was there before, when it was replaced. */
  before: readonly Part[] | null
}

/** The split that is kept now; a replaced one is shown with it. */
export const splitCard =
  ({ goal, axis, before }: SplitState) =>
  (t: Translate): Card => {
    const split = goal.splits.find((one) => one.axis === axis)
    return card(
      t('goal.split.title', {
        goal: `${goalRef(goal.id)} ${cut(goal.metric, 60)}`,
        axis: t.named('goal.axis', axis),
      }),
      [
        ...(split ? splitBlocks(t, goal, split) : []),
        before && split
          ? text(
              t('goal.split.replaced', {
                before: cut(partsText(goal, before), 500),
                after: cut(partsText(goal, partsOf(split.parts)), 500),
              }),
            )
          : null,
        actions(openButton(t, goal)),
      ],
      'good',
    )
  }
