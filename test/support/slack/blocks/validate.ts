/** Whether Slack would take these blocks and views; what it says where it would not. */
import type { z } from 'zod'
import { isJson, type Json } from '../json.js'
import type { Block } from '../message.js'
import { blocksOf, homeView, modalView, type Surface } from './blocks.js'
import { charactersIn, nativeTypes } from './data.js'
import { inSlackWords, pointer } from './issues.js'
import { elementsOf } from './walk.js'

export interface Rules {
  /** Whether tables and charts have been rolled out. */
  nativeBlocks: boolean
  /** Whether a file exists that a picture may show. */
  hasFile(id: string): boolean
}

/** @returns what is wrong with the blocks of a message, nothing if they are fine. */
export const faultsOfBlocks = (blocks: unknown, rules: Rules): string[] =>
  faults(blocksOf.message, blocks, '/blocks', blocks, rules)

/** @returns what is wrong with a view, nothing if it is fine. */
export function faultsOfView(view: unknown, surface: Exclude<Surface, 'message'>, rules: Rules): string[] {
  const inside = isJson(view) ? view.blocks : undefined
  return faults(surface === 'modal' ? modalView : homeView, view, '/view', inside, rules)
}

/** More than this in all texts together is `msg_blocks_too_long`. */
export const tooLong = (blocks: unknown) => charactersIn(blocks) > 13_200

function faults(schema: z.ZodType, input: unknown, root: string, blocks: unknown, rules: Rules): string[] {
  const result = schema.safeParse(input)
  const own = result.error ? inSlackWords(result.error, input, root) : []
  if (!Array.isArray(blocks) || !blocks.every(isJson)) return own
  const below = root === '/view' ? '/view/blocks' : root
  return [...own, ...faultsTogether(blocks as Block[], below, rules)]
}

function faultsTogether(blocks: Block[], root: string, rules: Rules): string[] {
  const at = (type: string) => blocks.flatMap((block, i) => (block.type === type ? [i] : []))
  const elements = elementsOf(blocks)
  const markdown = blocks.filter(({ type }) => type === 'markdown')
  const focused = elements.filter(({ element }) => element.focus_on_load === true)
  const native = rules.nativeBlocks ? [] : nativeTypes.flatMap(at)
  return [
    ...native.map((i) => `unsupported type: ${blocks[i]?.type} ${pointer(root, [i, 'type'])}`),
    ...repeated(blocks.map((block) => block.block_id)).map(
      (id) => `block_id "${id}" must be unique ${pointer(root, [])}`,
    ),
    ...repeated(elements.map(({ element }) => element.action_id)).map(
      (id) => `action_id "${id}" must be unique ${pointer(root, [])}`,
    ),
    ...(at('table').length > 1 ? [`only_one_table_allowed ${pointer(root, [])}`] : []),
    ...(at('data_visualization').length > 2
      ? [`no more than 2 data_visualization blocks allowed ${pointer(root, [])}`]
      : []),
    ...(charactersIn(markdown) > 12_000 ? [`must be less than 12001 characters ${pointer(root, [])}`] : []),
    ...(focused.length > 1 ? [`only one element may have focus_on_load ${pointer(root, [])}`] : []),
    ...missingFiles(blocks, root, rules),
  ]
}

const repeated = (ids: (string | undefined)[]) => [
  ...new Set(ids.filter((id, i) => id !== undefined && ids.indexOf(id) !== i)),
]

function missingFiles(blocks: Block[], root: string, rules: Rules): string[] {
  return blocks.flatMap((block, i) => {
    const file = (block.slack_file as Json | undefined)?.id
    return typeof file === 'string' && !rules.hasFile(file)
      ? [`invalid slack file ${pointer(root, [i, 'slack_file'])}`]
      : []
  })
}
