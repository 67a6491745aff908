/** The thread on which pictures are drawn, so that none holds up the bot; what fails ends the thread. */
import { parentPort } from 'node:worker_threads'
import type { Chart } from '../../kit/card.js'
import { readLocales } from '../words/locales.js'
import { drawable } from './figures.js'
import { readLetters } from './letters.js'
import { measure, paint } from './paint.js'
import { printPdf } from './pdf.js'
import { pictureOf } from './picture.js'
import { paintSketch } from './sketch.js'
import type { Request } from './thread.js'

const letters = readLetters()
const words = (text: string) => drawable(text, letters).trim()

const written = (chart: Chart): Chart => ({
  ...chart,
  title: words(chart.title),
  labels: chart.labels.map(words),
  series: chart.series.map(({ name, values }) => ({ name: words(name), values })),
  unit: drawable(chart.unit, letters),
})

const painted = (request: Request): Buffer => {
  if ('sketch' in request) return paintSketch(request.sketch, letters)
  if ('document' in request) return printPdf(request.document, letters, measure)
  const { chart, language } = request
  const nothing = () => readLocales().messages[language].get('engine.drawing.empty') ?? ''
  return paint(pictureOf(written(chart), language, measure, nothing))
}

parentPort?.on('message', (request: Request) => parentPort?.postMessage(painted(request)))
