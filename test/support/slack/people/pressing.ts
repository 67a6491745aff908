/** Buttons pressed and choices made on what stands on the screen. */
import { elementsOf } from '../blocks/walk.js'
import { isJson, type Json } from '../json.js'
import { type Block, type Element, type Message, messageOnWire, type View, viewOnWire } from '../message.js'
import type { Answer } from '../transport.js'
import type { User } from '../user.js'
import { promiseAnswer, promiseTrigger } from '../world.js'
import { held, type Value } from './held.js'
import { channelOf, interact, interaction, placeOf, type Stage, userOf } from './stage.js'

export type Surface = Message | View

interface Found {
  block: Block
  element: Element
}

const isView = (surface: Surface): surface is View => 'viewer' in surface

/** @param what the label of a button, or its place among the buttons, from 0 */
export function press(stage: Stage, id: string, surface: Surface, what: string | number): Promise<Answer> {
  return act(
    stage,
    userOf(stage, id),
    surface,
    find(surface, what, ({ type }) => type === 'button'),
  )
}

/** @param what the placeholder or action_id of a menu, or its place among all that is no button, from 0 */
export function choose(
  stage: Stage,
  id: string,
  surface: Surface,
  what: string | number,
  value: Value,
): Promise<Answer> {
  const found = find(surface, what, ({ type }) => type !== 'button')
  return act(stage, userOf(stage, id), surface, found, value)
}

/** @throws Error where it is not there, or where nobody could say which one is meant. */
function find(surface: Surface, what: string | number, wanted: (element: Element) => boolean): Found {
  const all = elementsOf(surface.blocks ?? []).filter(({ element }) => wanted(element))
  const found =
    typeof what === 'number'
      ? all.slice(what, what + 1)
      : all.filter(({ element }) => names(element).includes(what))
  const [first] = found
  if (first && found.length === 1) return first
  const there = all.map(({ element }) => names(element)[0]).join(', ')
  throw new Error(`${found.length} elements are "${what}"; there are: ${there}`)
}

const names = (element: Element): unknown[] => {
  const words = element.type === 'button' ? element.text : element.placeholder
  return [isJson(words) ? words.text : element.action_id, element.action_id]
}

function act(stage: Stage, user: User, surface: Surface, found: Found, value?: Value): Promise<Answer> {
  const state = { values: valuesOf(stage, surface, found, value) }
  const actions = [actionOf(stage, found, value)]
  const fields = isView(surface)
    ? inView(stage, user, surface, state)
    : inMessage(stage, user, surface, state)
  const kind = kindOf(surface)
  return interact(stage, interaction(stage, kind, user, { ...fields, actions }))
}

const kindOf = (surface: Surface) => {
  if (isView(surface)) return 'block-actions-home'
  return surface.only ? 'block-actions-ephemeral' : 'block-actions-message'
}

function inMessage(stage: Stage, user: User, message: Message, state: Json): Json {
  const { world, workspace } = stage
  const channel = channelOf(stage, message.channel)
  if (message.only && message.only !== user.id) throw new Error(`only ${message.only} sees this message`)
  const answer = { team: workspace.id, channel: channel.id, user: user.id, source: message }
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: Boolean(message.only),
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    channel: placeOf(channel),
    state,
    ...(!message.only && { message: messageOnWire(message, workspace.id, world.app.id, true) }),
    trigger_id: promiseTrigger(world, { team: workspace.id, user: user.id }),
    response_url: promiseAnswer(world, answer),
  }
}

function inView({ world, workspace }: Stage, user: User, view: View, state: View['state']): Json {
  if (view.viewer !== user.id) throw new Error(`only ${view.viewer} sees this view`)
  view.state = state
  const modal = view.type === 'modal' ? { view: view.id } : {}
  return {
    container: { type: 'view', view_id: view.id },
    view: viewOnWire(view),
    trigger_id: promiseTrigger(world, { team: workspace.id, user: user.id, ...modal }),
  }
}

/** The state of the whole surface, with the new value in its place. */
function valuesOf(
  { workspace }: Stage,
  surface: Surface,
  changed: Found,
  value?: Value,
): View['state']['values'] {
  const values: View['state']['values'] = isView(surface) ? structuredClone(surface.state.values) : {}
  for (const { block, element } of elementsOf(surface.blocks ?? [])) {
    const isChanged = element === changed.element
    const holds = held(element, isChanged ? value : undefined, workspace)
    const before = values[block.block_id]?.[element.action_id]
    if (!holds) continue
    values[block.block_id] = {
      ...values[block.block_id],
      [element.action_id]: isChanged ? holds : (before ?? holds),
    }
  }
  return values
}

function actionOf({ world, workspace }: Stage, { block, element }: Found, value?: Value): Json {
  const {
    confirm: _confirm,
    accessibility_label: _label,
    options: _options,
    option_groups: _groups,
    ...kept
  } = element
  return {
    ...kept,
    ...held(element, value, workspace),
    block_id: block.block_id,
    action_ts: world.clock.ts(),
  }
}
