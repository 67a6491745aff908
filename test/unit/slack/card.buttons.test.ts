/** Buttons and the text beside a card: nothing to decide gets lost, nobody is called by mistake. */
import { describe, expect, it } from 'vitest'
import { actions, button, card, list, text } from '../../../src/kit/card.js'
import { drawCard } from '../../../src/platforms/slack/card.js'
import { blocksOf, press, setting, wordsOf } from './drawing.js'

describe('buttons', () => {
  it('keep their order and ids of their own over the whole card, however many', () => {
    const sixty = Array.from({ length: 60 }, (_, i) => button(`b${i}`, 'show', { campaign: `C-${i + 1}` }))
    const blocks = blocksOf(actions(...sixty))
    const drawn = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    expect(blocks.map((block) => block.type === 'actions' && block.elements.length)).toEqual([25, 25, 10])
    expect(drawn.map(({ action_id }) => action_id)).toEqual(sixty.map((_, i) => `a${i}`))
  })

  it('name an action that is too long for them, which comes beside', () => {
    const long = button('Create', 'new', { name: '长'.repeat(2000) })
    const { blocks, long: kept } = drawCard(card('t', [actions(long, long)]), setting)
    expect(kept).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/), { command: 'new', args: long.args }]])
    expect(JSON.stringify(blocks)).toContain(`"value":"#${kept[0]?.[0]}"`)
  })

  it('are the last thing to go', () => {
    const crowd = Array.from({ length: 200 }, () => [
      text('x'.repeat(5000)),
      list([{ text: 'y'.repeat(5000) }]),
    ])
    const decide = [press('Approve', 'primary'), press('Reject', 'danger'), press('Comment')]
    const { blocks } = drawCard(card('t', [...crowd.flat(), actions(...decide), ...crowd.flat()]), setting)
    expect(JSON.stringify(blocks)).toContain('Approve')
    expect(JSON.stringify(blocks)).toContain('Comment')
    expect(wordsOf(blocks)).toMatch(/… \d+ more/)
  })
})

describe('the text beside the blocks', () => {
  it('calls nobody but those who are meant', () => {
    const { text: beside } = drawCard(
      card('<!channel> & *a*', [
        text(['<@U666> ', { mention: 'p7', name: 'Ann' }, { mention: 'q', name: '<b>' }]),
      ]),
      setting,
    )
    expect(beside).toBe('&lt;!channel&gt; &amp; *a*\n&lt;@U666&gt; <@U7>@&lt;b&gt;')
  })

  it('can be sent again with an edit, which counts bytes', () => {
    for (const data of ['长', '&', '<!here>', '👨‍👩‍👧‍👦']) {
      const { text: beside } = drawCard(card('', [text(data.repeat(3000))]), setting)
      expect(Buffer.byteLength(beside)).toBeLessThanOrEqual(4000)
      expect(beside).toMatch(/(?:长|&amp;|&gt;|👦)…$|&lt;!here&gt;|here…$/u)
    }
  })

  it('is never empty', () => {
    expect(drawCard(card('', []), setting)).toMatchObject({ text: '–', blocks: [{ type: 'rich_text' }] })
  })
})
