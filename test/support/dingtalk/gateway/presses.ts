/** Presses that wait for their answer: how long that may take, and which cards must not be changed meanwhile. */
import { fromText, isJson } from '../../slack/json.js'
import type { World } from '../world.js'
import { type Attempt, type Delivery, topics } from './delivery.js'

/** An answer may lie in the socket while the machine is busy. */
const grace = 100

/** Keeps the card of a press as open until it is answered, or nobody can or need answer any more. */
export function watchPress(world: World, { topic, data }: Delivery, attempt: Attempt): void {
  if (topic !== topics.card) return
  const callback = fromText(data)
  const outTrackId = isJson(callback) ? String(callback.outTrackId) : ''
  const { connection } = attempt
  const reachable = () => !connection.frozen && connection.socket.readyState === connection.socket.OPEN
  const press = { outTrackId, isOpen: () => !attempt.ack && !attempt.deaf && reachable() }
  world.openPresses.add(press)
  const { answerWithinMs } = world.options
  const check = () => {
    const late = attempt.ack ? attempt.ack.ms > answerWithinMs : press.isOpen()
    if (late) world.violations.push(`a press was not answered within ${answerWithinMs} ms`)
    world.openPresses.delete(press)
  }
  setTimeout(check, answerWithinMs + grace).unref()
}
