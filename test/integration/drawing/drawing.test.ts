/** Pictures on their thread: the real one, and threads that fail. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDrawing, type Drawing } from '../../../src/engine/drawing/drawing.js'
import { type Chart, chart } from '../../../src/kit/card.js'

const rates = (title: string, more: Partial<Chart> = {}) =>
  chart(title, {
    shape: 'bar',
    labels: ['UV(日)', '转化率'],
    series: [{ name: '达成率', values: [80, 124.5] }],
    unit: '%',
    ...more,
  })

const drawings: Drawing[] = []
const drawing = (...how: Parameters<typeof createDrawing>): Drawing => {
  const made = createDrawing(...how)
  drawings.push(made)
  return made
}

afterEach(async () => {
  vi.useRealTimers()
  for (const made of drawings.splice(0)) await made.stop()
})

/** The darkness of all pixels of a PNG, row by row. */
const inkOf = async (png: Buffer) => {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const at = (x: number, y: number) => 255 - (data[(y * image.width + x) * 4] ?? 255)
  /** The part of a region, given in points, that is not white. */
  const share = (left: number, top: number, width: number, height: number): number => {
    let dark = 0
    for (let y = top * 2.5; y < (top + height) * 2.5; y++) {
      for (let x = left * 2.5; x < (left + width) * 2.5; x++) if (at(x, y) > 60) dark++
    }
    return dark / (width * height * 6.25)
  }
  return { width: image.width, height: image.height, share }
}

describe('a picture', () => {
  it('is a PNG of 2000 pixels that is as high as it has labels', async () => {
    const { chart } = drawing()
    const two = await chart(rates('达成率'), 'zh-CN')
    const twenty = Array.from({ length: 20 }, (_, i) => `K-${i + 1}`)
    const long = await chart(rates('达成率', { labels: twenty }), 'zh-CN')
    expect(two.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect((await inkOf(two)).width).toBe(2000)
    expect((await inkOf(long)).height).toBeGreaterThan((await inkOf(two)).height * 3)
  })

  it('has ink where words and bars are, and none round them', async () => {
    const ink = await inkOf(await drawing().chart(rates('目标达成率'), 'zh-CN'))
    expect(ink.share(32, 26, 110, 24), 'title').toBeGreaterThan(0.15)
    expect(ink.share(32, 76, 60, 70), 'labels').toBeGreaterThan(0.05)
    expect(ink.share(110, 80, 200, 60), 'bars').toBeGreaterThan(0.3)
    expect(ink.share(0, 0, 800, 20), 'edge').toBe(0)
  })

  it('shows different Chinese words differently, by the font that is built in', async () => {
    const { chart } = drawing()
    const [one, other] = await Promise.all([chart(rates('转化率'), 'zh-CN'), chart(rates('点击量'), 'zh-CN')])
    const title = [32, 26, 70, 24] as const
    // Boxes in place of letters would be the same for both.
    expect((await inkOf(one)).share(...title)).not.toBe((await inkOf(other)).share(...title))
  })

  it('is drawn for odd data too: none, negative, missing, six series, one point, other scripts', async () => {
    const { chart } = drawing()
    const names = ['一', '二', '三', '四', '五', '六']
    const odd: Partial<Chart>[] = [
      { labels: [], series: [] },
      { shape: 'line', series: [] },
      { series: [{ name: '', values: [-5, Number.NaN] }] },
      { shape: 'line', series: [{ name: '', values: [-5] }] },
      { shape: 'line', labels: ['06-01'] },
      { labels: ['👨‍👩‍👧 <script>', '한국어 ก'], unit: '🎉' },
      ...(['bar', 'line'] as const).map((shape) => ({
        shape,
        series: names.map((name) => ({ name, values: [1e12, 0] })),
      })),
    ]
    for (const one of odd) {
      const png = await chart(rates('很长的标题'.repeat(30), one), 'zh-TW')
      expect((await inkOf(png)).share(32, 26, 400, 24)).toBeGreaterThan(0.1)
    }
  })

  it('of hundreds of labels is refused, and the next one drawn', async () => {
    const { chart } = drawing()
    const labels = Array.from({ length: 500 }, (_, i) => `K-${i}`)
    await expect(chart(rates('很长', { labels }), 'zh-CN')).rejects.toThrow(/too high/)
    expect((await chart(rates('达成率'), 'zh-CN')).length).toBeGreaterThan(10_000)
  })

  it('is its own when several are asked for at once', async () => {
    const { chart } = drawing()
    const titles = ['一月', '二月', '三月']
    const alone: Buffer[] = []
    for (const title of titles) alone.push(await chart(rates(title), 'zh-CN'))
    const together = await Promise.all(titles.map((title) => chart(rates(title), 'zh-CN')))
    expect(together.map((png, i) => png.equals(alone[i] ?? png))).toEqual([true, true, true])
    expect(together[0]?.equals(together[1] ?? Buffer.alloc(0))).toBe(false)
  })
})

/** Answers the number of its thread, unless the title tells it to fail. */
const failing = `
  import { parentPort, threadId } from 'node:worker_threads'
  const deeds = { exit: () => process.exit(3), throw: () => { throw new Error('broken') }, hang: () => { for (;;); } }
  parentPort.on('message', ({ chart }) => {
    deeds[chart.title]?.()
    parentPort.postMessage(Buffer.from(String(threadId)))
  })`
const program = new URL(`data:text/javascript,${encodeURIComponent(failing)}`)

describe('a thread that draws', () => {
  it.each([
    ['ends', 'exit', /ended \(code 3\)/],
    ['throws', 'throw', /broken/],
    ['takes too long', 'hang', /longer than 2000 ms/],
  ])('and %s costs the one picture, not those behind it', async (_, title, reason) => {
    const { chart } = drawing({ picture: 2000, rest: 60_000 }, program)
    const before = String(await chart(rates('good'), 'en'))
    const [failed, next] = await Promise.allSettled([chart(rates(title), 'en'), chart(rates('good'), 'en')])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(reason) } })
    expect(next.status).toBe('fulfilled')
    expect(String(await chart(rates('good'), 'en'))).not.toBe(before)
  })

  it('is the same for all pictures until it has rested, and another one then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { chart } = drawing(undefined, program)
    const first = String(await chart(rates('good'), 'en'))
    vi.advanceTimersByTime(59_000)
    expect(String(await chart(rates('good'), 'en'))).toBe(first)
    vi.advanceTimersByTime(60_000)
    expect(String(await chart(rates('good'), 'en'))).not.toBe(first)
  })

  it('is gone after the stop, and nothing is drawn any more', async () => {
    const { chart, stop } = drawing(undefined, program)
    await chart(rates('good'), 'en')
    const under = expect(chart(rates('hang'), 'en')).rejects.toThrow()
    await stop()
    await under
    await expect(chart(rates('good'), 'en')).rejects.toThrow(/any more/)
  })
})
