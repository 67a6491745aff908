/** How long the Gantt chart of 40 and of 200 tasks takes, and how long the bot stands still meanwhile. */
import { afterAll, it } from 'vitest'
import { createDrawing } from '../../src/engine/drawing/drawing.js'
import { readLocales } from '../../src/engine/words/locales.js'
import { createTranslators } from '../../src/engine/words/translate.js'
import { pagesOf } from '../../src/features/gantt/gantt.js'
import { sketchOf } from '../../src/features/gantt/layout.js'
import { bars, planWith } from '../unit/gantt/some-plan.js'

const t = createTranslators(readLocales())('zh-CN')
const drawing = createDrawing()
afterAll(() => drawing.stop())

/** The longest time in milliseconds for which the event loop did not turn during `work`. */
const stallOf = async (work: () => Promise<unknown>): Promise<number> => {
  let [last, longest] = [performance.now(), 0]
  const look = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const timer = setInterval(look, 1)
  await work()
  clearInterval(timer)
  return longest
}

const measure = async (tasks: number, round: number) => {
  const links = Array.from({ length: tasks - 1 }, (_, i) => ({ from: i + 1, to: i + 2 }))
  const plan = planWith(bars(tasks), { links, asOf: String(round) })
  const start = performance.now()
  const sketches = pagesOf(plan).map((page) => sketchOf(page, t))
  const laidOut = performance.now()
  let bytes = 0
  const stall = await stallOf(async () => {
    for (const sketch of sketches) bytes += (await drawing.sketch(sketch)).length
  })
  const drawn = performance.now()
  const ms = (time: number) => Math.round(time)
  const row = { tasks, pages: sketches.length, layout: ms(laidOut - start), drawing: ms(drawn - laidOut) }
  return { ...row, stall: ms(stall), KB: ms(bytes / 1024) }
}

it('draws Gantt charts', async () => {
  const first = await measure(5, 0)
  const rows = []
  for (const tasks of [5, 40, 200]) {
    const rounds = []
    for (let round = 1; round <= 5; round++) rounds.push(await measure(tasks, round))
    rows.push(rounds.toSorted((a, b) => a.drawing - b.drawing)[2])
  }
  // biome-ignore lint/suspicious/noConsole: this is what it is for
  console.table([{ ...first, tasks: '5, the first' }, ...rows])
})
