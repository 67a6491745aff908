/** Shortcuts: from a message's menu, and from anywhere. */
import { messageOnWire } from '../message.js'
import type { Answer } from '../transport.js'
import { promiseAnswer, promiseTrigger } from '../world.js'
import { channelOf, interact, interaction, placeOf, type Stage, userOf } from './stage.js'

export function messageShortcut(
  stage: Stage,
  id: string,
  place: string,
  ts: string,
  callback_id: string,
): Promise<Answer> {
  const { world, workspace } = stage
  const channel = channelOf(stage, place)
  const message = channel.messages.find((one) => one.ts === ts)
  if (!message) throw new Error(`there is no message ${ts} in ${place}`)
  const by = { team: workspace.id, user: userOf(stage, id).id }
  return interact(
    stage,
    interaction(stage, 'message-action', userOf(stage, id), {
      callback_id,
      channel: placeOf(channel),
      message_ts: ts,
      message: messageOnWire(message, workspace.id, world.app.id),
      trigger_id: promiseTrigger(world, by),
      response_url: promiseAnswer(world, { ...by, channel: channel.id, source: message }),
    }),
  )
}

export function globalShortcut(stage: Stage, id: string, callback_id: string): Promise<Answer> {
  const user = userOf(stage, id)
  const trigger_id = promiseTrigger(stage.world, { team: stage.workspace.id, user: id })
  return interact(stage, interaction(stage, 'shortcut', user, { callback_id, trigger_id }))
}
