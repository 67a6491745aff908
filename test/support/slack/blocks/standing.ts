/** Blocks as they stand after Slack has taken them: with the ids and defaults it fills in. */
import { randomBytes } from 'node:crypto'
import type { Json } from '../json.js'
import type { Block } from '../message.js'
import { elementsOf, objectsIn } from './walk.js'

const fresh = () => randomBytes(3).toString('base64url').slice(0, 5)

/** @returns a copy, so that the caller's own blocks stay as they were sent. */
export function standing(blocks: readonly Json[]): Block[] {
  const copy = structuredClone(blocks).map((block) => ({ block_id: fresh(), ...block })) as Block[]
  for (const { block, element } of elementsOf(copy)) {
    element.action_id ??= fresh()
    if (block.type === 'input') Object.assign(block, { optional: false, dispatch_action: false, ...block })
  }
  return withDefaults(copy)
}

/** Fills in what texts leave out, in place. */
export function withDefaults<Value>(value: Value): Value {
  for (const text of objectsIn(value)) {
    if (text.type === 'plain_text') text.emoji ??= true
    if (text.type === 'mrkdwn') text.verbatim ??= false
  }
  return value
}
