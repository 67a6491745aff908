/** Pictures and documents, drawn one after another on a thread that is there only while there is something to draw. */
import type { Chart } from '../../kit/card.js'
import type { Document } from '../../kit/document.js'
import { hashOf } from '../../kit/hash.js'
import type { Sketch } from '../../kit/sketch.js'
import type { Language } from '../../kit/translate.js'
import { createKept } from './kept.js'
import { type Request, realProgram, startThread, type Thread } from './thread.js'

export interface Drawing {
  /**
   * @returns a PNG, 2000 pixels wide (fewer where it would get very tall)
   * @throws when this one cannot be drawn; the next one may
   */
  chart(chart: Chart, language: Language): Promise<Buffer>
  /**
   * @returns a PNG with two pixels a point (fewer where it would get very big); the same one is drawn once
   * @throws when this one cannot be drawn; the next one may
   */
  sketch(sketch: Sketch): Promise<Buffer>
  /**
   * @returns a PDF
   * @throws when this one cannot be printed; the next one may
   */
  document(document: Document): Promise<Buffer>
  stop(): Promise<void>
}

/** In milliseconds. */
export interface Patience {
  /** How long one picture may take. */
  picture: number
  /** How long the thread stays with nothing to draw: it keeps 100 MB. */
  rest: number
}

/** Each is half a megabyte; a card is looked at by several people, and fetched again by the page. */
const keptBytes = 16_000_000

/** @param program another one than the real, for tests */
export const createDrawing = (
  { picture, rest }: Patience = { picture: 20_000, rest: 60_000 },
  program = realProgram,
): Drawing => {
  let thread: Thread | null = null
  let resting: NodeJS.Timeout | undefined
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()
  const kept = createKept(keptBytes)

  const begin = () => {
    const fresh = startThread(program, () => {
      if (thread === fresh) thread = null
    })
    return fresh
  }
  const end = async () => {
    const ending = thread
    thread = null
    await ending?.end()
  }
  const draw = async (request: Request): Promise<Buffer> => {
    if (stopped) throw new Error('No pictures are drawn any more')
    clearTimeout(resting)
    thread ??= begin()
    try {
      return await thread.draw(request, picture)
    } catch (error) {
      void end()
      throw error
    } finally {
      resting = setTimeout(end, rest).unref()
    }
  }
  const inTurn = (request: Request): Promise<Buffer> => {
    const drawn = last.then(() => draw(request))
    last = drawn.catch(() => {})
    return drawn
  }
  return {
    chart: (chart, language) => inTurn({ chart, language }),
    sketch: (sketch) => kept.recall(hashOf(sketch), () => inTurn({ sketch })),
    document: (document) => kept.recall(hashOf(document), () => inTurn({ document })),
    async stop() {
      stopped = true
      clearTimeout(resting)
      await end()
    },
  }
}
