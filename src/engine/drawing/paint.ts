/** Paints pictures with ECharts on a Skia canvas, without a browser. */
import { createCanvas } from '@napi-rs/canvas'
import * as echarts from 'echarts/dist/echarts.esm.min'
import { loadFonts } from './letters.js'
import { family, finest, highest, mostPixels, width } from './look.js'
import type { Picture } from './picture.js'

loadFonts()
const scratch = createCanvas(16, 16).getContext('2d')

const measured = (text: string, font: string) => {
  scratch.font = font
  // ECharts measures every ASCII character once, and this canvas refuses NUL.
  return scratch.measureText(text.replaceAll('\0', ' '))
}
echarts.setPlatformAPI({
  createCanvas: () => createCanvas(16, 16) as never,
  measureText: (text, font) => measured(text, font ?? `12px ${family}`),
})

export const measure = (text: string, size: number): number => measured(text, `${size}px "${family}"`).width

// One for all: left to the garbage collector, the pixels of a dozen pictures pile up before it sees a reason to work.
export const canvas = createCanvas(1, 1)

/** @returns a PNG. @throws when it would get too high to be looked at */
export const paint = ({ option, height }: Picture): Buffer => {
  if (height > highest) throw new RangeError(`A picture of ${height} points is too high`)
  const devicePixelRatio = Math.max(1, Math.min(finest, mostPixels / height))
  const chart = echarts.init(canvas as never, null, { renderer: 'canvas', width, height, devicePixelRatio })
  try {
    chart.setOption(option)
    chart.getZr().flush()
    return canvas.encodeSync('png')
  } finally {
    chart.dispose()
    canvas.width = canvas.height = 1
  }
}
