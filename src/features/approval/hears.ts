/** "同意" written about an approval by somebody who may decide: offered back as one tap, never applied by itself (D13). */
import { actions, type Button, type Card, card, text } from '../../kit/card.js'
import type { Answer, Context } from '../../kit/context.js'
import type { Heard } from '../../kit/feature.js'
import { signsWith } from '../../kit/rights.js'
import { showButton } from './approval.cards.js'
import { titleOf } from './approval.lines.js'
import { stateOf } from './approval.views.js'
import { decideButtons } from './request.cards.js'
import { type Said, saidIn } from './said.js'
import { decisionsFor, type Waiting, waitingFor } from './waiting.js'

/** What waits for the acting person, of what is spoken about; alone with the bot, of everything. */
const meant = async (ctx: Context, { about, direct }: Heard): Promise<Waiting[]> => {
  if (!ctx.actor || !signsWith(ctx.actor.roles)) return []
  const waiting = await decisionsFor(ctx.db, ctx.actor.id, ctx.at)
  const anything = direct && about.length === 0
  return waiting.filter(({ approval }) => anything || about.includes(`approval:${approval.id}`))
}

/** An offer to press, or null where nothing of this person's is decided in these words. */
export const hears = async (ctx: Context, heard: Heard): Promise<Answer> => {
  const said = saidIn(heard.text)
  if (said === null || (said === 'unclear' && (heard.overheard || heard.about.length === 0))) return null
  const [one, ...others] = await meant(ctx, heard)
  if (!one || !ctx.actor) return null
  return others.length > 0 ? waitingFor(ctx, ctx.actor) : offer(ctx, one, said)
}

const offer = async (ctx: Context, { approval, step }: Waiting, said: Said): Promise<Card | null> => {
  const state = await stateOf(ctx.db, approval)
  if (!state) return null
  const { t } = ctx
  const named = said === 'unclear' ? [] : decideButtons(t, approval, step).filter(isFor(said))
  return card(
    titleOf(t, state),
    [text(t(`approval.said.${said}`)), actions(...named, showButton(t, approval.id))],
    'warn',
  )
}

const isFor =
  (said: Said) =>
  ({ command }: Button): boolean =>
    (said === 'agree') === (command === 'approve')
