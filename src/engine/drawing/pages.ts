/** Lays a document out on pages: pure but for the ruler. */
import type { Document, DocumentBlock } from '../../kit/document.js'
import type { Ruler } from './figures.js'
import { createFlow, edge, type Flow, inner, looks, type Page, type Placed, paper, wordsAt } from './flow.js'
import { soft } from './look.js'
import { addRow, addTable } from './rows.js'
import { wrap } from './wrap.js'

/** The pages of `document`, each with its foot. @param ruler measures letters that are not bold */
export const pagesOf = (document: Document, ruler: Ruler): Page[] => {
  const flow = createFlow(ruler)
  flow.write(document.title, looks.title)
  if (document.subtitle) flow.write(document.subtitle, looks.subtitle)
  for (const block of document.blocks) addBlock(flow, block)
  return flow.pages.map((page, i) => [
    ...page,
    ...footOf(document.foot, `${i + 1} / ${flow.pages.length}`, ruler),
  ])
}

const addBlock = (flow: Flow, block: DocumentBlock): void => {
  if (block.kind === 'heading') {
    flow.down(14)
    // Not alone at the foot of a page, nor with nothing but the head of a table.
    if (flow.left() < 130) flow.turn()
    flow.write(block.text, looks.heading)
    flow.down(3)
  } else if (block.kind === 'text') {
    flow.write(block.text, block.soft ? looks.soft : looks.text)
    flow.down(3)
  } else if (block.kind === 'pairs') {
    const columns = [{ share: 22 }, { share: 78 }]
    for (const pair of block.pairs) addRow(flow, columns, pair, [looks.label, looks.cell])
  } else {
    addTable(flow, block.columns, block.rows)
    flow.down(8)
  }
}

const footOf = (foot: string, number: string, ruler: Ruler): Placed[] => {
  const look = { size: 8, colour: soft }
  const y = paper.height - edge
  const numberAt = paper.width - edge - ruler(number, look.size)
  const [line = ''] = wrap(foot, inner - 60, (text) => ruler(text, look.size))
  return [wordsAt(edge, y, line, look), wordsAt(numberAt, y, number, look)]
}
