/** The template of our own that is shipped for import. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { card } from '../../../src/kit/card.js'
import { drawCard } from '../../../src/platforms/dingtalk/card.js'
import { setting } from './drawing.js'

describe('our own template', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../docs/dingtalk-card/drumbeat.json'), 'utf8')
  const { editorData, ...others }: Record<string, string> = JSON.parse(file)
  const { variableList, mockData, schema } = JSON.parse(editorData ?? '')

  it('has the variables that its cards are sent with, and uses each', () => {
    const names = variableList.map(({ name }: { name: string }) => name)
    const { data } = drawCard(card('x', []), { ...setting, layout: 'drumbeat' })
    expect(names.sort()).toEqual(Object.keys(data).sort())
    for (const name of names)
      expect(JSON.stringify(schema)).toMatch(new RegExp(`\\{${name}\\}|"variable":"${name}"`))
    expect(Object.keys(mockData.cardData).sort()).toEqual(names)
    expect(others).toMatchObject({ type: 'im', mode: 'card' })
  })
})
