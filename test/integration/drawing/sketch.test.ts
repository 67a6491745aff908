/** Sketches drawn on the thread: every kind of shape, words that are cut, and a bot that goes on meanwhile. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterEach, describe, expect, it } from 'vitest'
import { createDrawing, type Drawing } from '../../../src/engine/drawing/drawing.js'
import type { Shape, Sketch } from '../../../src/kit/sketch.js'

let drawing: Drawing | undefined
afterEach(() => drawing?.stop())

const drawn = (...shapes: Shape[]): Promise<Buffer> => {
  drawing ??= createDrawing()
  return drawing.sketch({ width: 200, height: 100, shapes })
}
const words = (text: string, more: object = {}): Shape => ({
  ...{ kind: 'words', x: 10, y: 50, text, size: 20, colour: '#000000' },
  ...more,
})

/** The colour of a point as `#rrggbb`. */
const colourAt = async (png: Buffer, x: number, y: number): Promise<string> => {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(x * 2, y * 2, 1, 1)
  return `#${Buffer.from(data.slice(0, 3)).toString('hex')}`
}
/** From which to which point there is ink. */
const extent = async (png: Buffer): Promise<[number, number]> => {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data, width } = context.getImageData(0, 0, image.width, image.height)
  const columns = Array.from({ length: data.length / 4 }, (_, i) => i).filter(
    (i) => (data[i * 4] ?? 255) < 128,
  )
  const xs = columns.map((i) => i % width)
  return [xs.reduce((a, b) => Math.min(a, b), width) / 2, xs.reduce((a, b) => Math.max(a, b), 0) / 2]
}

afterEach(() => {
  drawing = undefined
})

describe('a sketch', () => {
  it('becomes a PNG with two pixels a point, and a coarser one where it is very high', async () => {
    const png = await drawn()
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(await loadImage(png)).toMatchObject({ width: 400, height: 200 })
    const high = await drawing?.sketch({ width: 100, height: 4000, shapes: [] })
    expect(await loadImage(high ?? '')).toMatchObject({ width: 125, height: 5000 })
  })

  it('shows its shapes in their colours, later ones on top', async () => {
    const square = { kind: 'box', y: 20, width: 40, height: 40 } as const
    const png = await drawn(
      { ...square, x: 10, fill: '#ff0000' },
      { ...square, x: 30, fill: '#00ff00', stroke: '#0000ff', thick: 4 },
      {
        kind: 'area',
        points: [
          [100, 20],
          [140, 20],
          [120, 60],
        ],
        fill: '#112233',
      },
      {
        kind: 'path',
        points: [
          [150, 80],
          [190, 80],
        ],
        stroke: '#445566',
        thick: 6,
      },
      { kind: 'ring', x: 170, y: 40, radius: 15, thick: 6, stroke: '#778899', part: 1 },
    )
    const at = (x: number, y: number) => colourAt(png, x, y)
    expect([await at(15, 30), await at(50, 40), await at(30, 40)]).toEqual(['#ff0000', '#00ff00', '#0000ff'])
    expect([await at(120, 30), await at(170, 80)]).toEqual(['#112233', '#445566'])
    expect([await at(155, 40), await at(185, 40), await at(170, 40)]).toEqual([
      '#778899',
      '#778899',
      '#ffffff',
    ])
  })

  it('cuts words to their room, and aligns them', async () => {
    const [, end] = await extent(await drawn(words('很长的名字'.repeat(20), { room: 100 })))
    expect(end).toBeLessThanOrEqual(110)
    expect(end).toBeGreaterThan(80)
    const [left, right] = await extent(await drawn(words('甘特图', { x: 100, align: 'middle' })))
    expect((left + right) / 2).toBeCloseTo(100, -0.5)
    expect((await extent(await drawn(words('甘特图', { x: 190, align: 'end' }))))[1]).toBeLessThanOrEqual(190)
  })

  it('never takes words for markup, and draws any letters', async () => {
    const odd = ['<script>alert(1)</script> & <b>', '🎉👨‍👩‍👧', 'שלום عربي', '\0\u0007\n\u202e', '龘𠮷㛃', '']
    for (const text of odd) expect((await drawn(words(text))).length).toBeGreaterThan(100)
    const [some, none] = [await extent(await drawn(words('<b>'))), await extent(await drawn(words('')))]
    expect(some).not.toEqual(none)
  })

  it('is refused when it is too big, and the next one drawn', async () => {
    await drawn()
    const big: Sketch = { width: 20_000, height: 20_000, shapes: [] }
    await expect(drawing?.sketch(big)).rejects.toThrow(/too many/)
    expect((await drawn(words('nächstes'))).length).toBeGreaterThan(100)
  })

  it('is drawn while the bot goes on', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => words('关键路径', { y: i % 100, x: i % 150 }))
    await drawn()
    let turns = 0
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      turns++
    }, 2)
    const started = performance.now()
    await Promise.all(Array.from({ length: 4 }, (_, i) => drawn(...many, words(String(i)))))
    const took = performance.now() - started
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
    expect(longest).toBeLessThan(took / 2)
  })
})
