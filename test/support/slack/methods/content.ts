/** What a message says: whether Slack would take its text, blocks and metadata. */
import { z } from 'zod'
import { mistakesIn } from '../blocks/mentions.js'
import { standing } from '../blocks/standing.js'
import { faultsOfBlocks, type Rules, tooLong } from '../blocks/validate.js'
import { isJson, type Json } from '../json.js'
import type { Block, Metadata } from '../message.js'
import type { Workspace } from '../workspace.js'
import type { World } from '../world.js'
import { type Context, explained, SlackError } from './method.js'

export const content = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
}

export interface Content {
  text?: string | undefined
  blocks?: unknown
  metadata?: unknown
}

export const rulesOf = ({ world, workspace }: { world: World; workspace: Workspace }): Rules => ({
  nativeBlocks: world.options.nativeBlocks,
  hasFile: (id) => workspace.files.get(id)?.completed ?? false,
})

/**
 * The blocks as they will stand; undefined where none were sent.
 * @throws SlackError invalid_blocks_format, invalid_blocks, msg_blocks_too_long
 */
export function blocksIn(context: Context, blocks: unknown): Block[] | undefined {
  if (blocks === undefined) return undefined
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format')
  const faults = faultsOfBlocks(blocks, rulesOf(context))
  if (faults.length > 0) throw new SlackError('invalid_blocks', { errors: faults, ...explained(faults) })
  if (tooLong(blocks)) throw new SlackError('msg_blocks_too_long')
  return standing(blocks as Json[])
}

/** @throws SlackError invalid_metadata_format. An empty object takes the metadata away. */
export function metadataIn(given: unknown): Metadata | undefined {
  if (!isJson(given)) throw new SlackError('invalid_metadata_format')
  if (Object.keys(given).length === 0) return undefined
  const { event_type, event_payload } = given
  if (typeof event_type !== 'string' || !event_type || !isJson(event_payload)) {
    throw new SlackError('invalid_metadata_format')
  }
  return { event_type, event_payload }
}

/** Notes what Slack would let pass although nobody should send it. */
export function noteMistakes(
  { world, workspace }: Context,
  name: string,
  { text, blocks }: Content,
  raw: Json = {},
): void {
  const notes = [
    ...(text ? [] : ['has no top-level text']),
    ...((text?.length ?? 0) > 4000 ? ['has a text of more than 4,000 characters'] : []),
    ...(raw.link_names || raw.parse === 'full' ? ['turns words into mentions'] : []),
    ...mistakesIn(text ?? '', blocks, workspace),
  ]
  world.warnings.push(...notes.map((note) => `${name} ${note}`))
}
