/** Finds things in blocks: elements that can be used, and every object however deep. */
import { isJson, type Json } from '../json.js'
import type { Block, Element } from '../message.js'

/** Elements in reading order with the block they stand in. */
export function elementsOf(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap((block) => {
    const inside = [
      ...(block.type === 'actions' && Array.isArray(block.elements) ? block.elements : []),
      ...(block.type === 'section' && isJson(block.accessory) ? [block.accessory] : []),
      ...(block.type === 'input' && isJson(block.element) ? [block.element] : []),
    ]
    return (inside as Element[]).filter(({ type }) => type !== 'image').map((element) => ({ block, element }))
  })
}

/** Every object inside, itself included. */
export function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isJson(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}
