/** Modals filled in and sent, or closed; and what the app's answer does to them. */
import { elementsOf } from '../blocks/walk.js'
import { isJson, type Json } from '../json.js'
import { type View, viewOnWire } from '../message.js'
import { type Context, SlackError } from '../methods/method.js'
import { checkedView, pushView, replaceView, shownView } from '../methods/views.js'
import type { Answer } from '../transport.js'
import { promiseTrigger } from '../world.js'
import { held, isEmpty, type Value } from './held.js'
import { interact, interaction, type Stage, userOf } from './stage.js'

/** @param values by block_id; what is left out keeps what the field started with */
export async function submitView(
  stage: Stage,
  id: string,
  view: View,
  values: Record<string, Value> = {},
): Promise<Answer> {
  const { world, workspace } = stage
  const user = userOf(stage, id)
  if (!workspace.views.includes(view) || view.viewer !== id)
    throw new Error(`${id} has no view ${view.id} open`)
  view.state = { values: filled(stage, view, values) }
  const payload = interaction(stage, 'view-submission', user, {
    view: viewOnWire(view),
    trigger_id: promiseTrigger(world, { team: workspace.id, user: id, view: view.id }),
  })
  const answer = await interact(stage, payload, true)
  if (answer.ok) apply(stage, view, answer.payload ?? {})
  return answer
}

/** @throws Error where Slack's own client would not let the form be sent. */
function filled({ workspace }: Stage, view: View, values: Record<string, Value>): View['state']['values'] {
  const fields = elementsOf(view.blocks)
  const unknown = Object.keys(values).filter((id) => !fields.some(({ block }) => block.block_id === id))
  if (unknown.length > 0) throw new Error(`the view has no field ${unknown.join(', ')}`)
  const state: View['state']['values'] = {}
  for (const { block, element } of fields) {
    const before = view.state.values[block.block_id]?.[element.action_id]
    const given = values[block.block_id]
    const holds = given === undefined && before ? before : held(element, given, workspace)
    if (!holds) continue
    if (block.type === 'input' && !block.optional && isEmpty(holds)) {
      throw new Error(`the field ${block.block_id} is required`)
    }
    state[block.block_id] = { ...state[block.block_id], [element.action_id]: holds }
  }
  return state
}

/** Does what the answer asks for; one that makes no sense is noted, and the user keeps the form. */
function apply({ world, workspace }: Stage, view: View, payload: Json): void {
  const context: Context = { world, workspace, need: () => undefined }
  try {
    actions[String(payload.response_action ?? 'close')]?.(context, view, payload) ?? unknown(payload)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    world.warnings.push(`answer to view_submission: ${error.error} ${JSON.stringify(error.extra)}`)
  }
}

const unknown = (payload: Json) => {
  throw new SlackError('unknown response_action', { payload })
}

const actions: Record<string, (context: Context, view: View, payload: Json) => true> = {
  close({ workspace }, view) {
    workspace.views = workspace.views.filter((one) => one !== view)
    return true
  },
  clear({ workspace }, view) {
    workspace.views = workspace.views.filter((one) => one.root_view_id !== view.root_view_id)
    return true
  },
  update(context, view, payload) {
    const given = checkedView(context, payload.view, 'modal', view)
    replaceView(view, shownView(context, given, view.viewer, view))
    return true
  },
  push(context, view, payload) {
    pushView(context, checkedView(context, payload.view, 'modal', undefined), view)
    return true
  },
  errors(_context, view, { errors }) {
    const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)
    if (!isJson(errors) || Object.keys(errors).length === 0) throw new SlackError('errors is empty')
    const stray = Object.keys(errors).filter((id) => !inputs.includes(id))
    if (stray.length > 0) throw new SlackError('errors names no input block', { stray })
    return true
  },
}

/** Closes a view; the app hears of it only where it asked to. */
export async function closeView(stage: Stage, id: string, view: View): Promise<Answer | null> {
  const user = userOf(stage, id)
  stage.workspace.views = stage.workspace.views.filter((one) => one !== view)
  if (!view.notify_on_close) return null
  return interact(
    stage,
    interaction(stage, 'view-closed', user, { view: viewOnWire(view), is_cleared: false }),
  )
}
