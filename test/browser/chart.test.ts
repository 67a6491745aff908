/** Charts in a real browser: drawn for the eye, readable by ear, and never wider than a phone. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chart } from '../../src/kit/card.js'
import { startDrumbeat, type TestDrumbeat } from '../support/drumbeat.js'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
let browser: Browser
let drumbeat: TestDrumbeat

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  drumbeat = await startDrumbeat('2024-05-01 09:00')
})
afterAll(async () => {
  await browser.close()
  await drumbeat.stop()
})

const odd = (shape: 'bar' | 'line', labels: string[]) => {
  const values = labels.map((_, i) => (i % 3 === 2 ? Number.NaN : (i - 2) * 123_456.789))
  const series = Array.from({ length: 6 }, (_, i) => ({ name: `a series with a long name ${i}`, values }))
  return chart('很长的标题 <script>'.repeat(9), { shape, labels, series, unit: '元' })
}
const long = Array.from({ length: 20 }, (_, i) => `一个很长的指标名称averyveryverylongword${i}`)
const charts = [odd('bar', long), odd('line', long), odd('line', ['one']), odd('bar', [])]

/** The gallery with `charts` in it instead of its samples. */
const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en', colorScheme })
  const page = await context.newPage()
  const card = (block: object) => ({ title: 'card', tone: 'plain', blocks: [block] })
  const samples = charts.map((one) => ({ feature: 'kpi', name: 'kpi.chart', card: card(one) }))
  await page.route('**/gallery?*', (route) => route.fulfill({ json: samples }))
  await page.goto(`${drumbeat.url}/#gallery`)
  await expect.poll(() => page.locator('figure.chart').count()).toBe(charts.length)
  return page
}

describe('a chart', () => {
  it.each(['light', 'dark'] as const)('fits a phone whatever stands in it (%s)', async (scheme) => {
    const page = await open(360, scheme)
    const wide = await page.evaluate(
      () =>
        [...document.querySelectorAll('.card')].filter((card) => card.scrollWidth > card.clientWidth).length,
    )
    expect(wide).toBe(0)
    await page.context().close()
  })

  it('is a table with all its values for those who listen', async () => {
    const page = await open(1280, 'light')
    const table = page.locator('figure.chart').first().getByRole('table')
    expect(await table.getByRole('row').count()).toBe(21)
    const cells = await table.getByRole('row').nth(1).getByRole('cell').allTextContents()
    expect(cells).toEqual(Array(6).fill('−246,913.58元'))
    expect(await table.getByRole('row').nth(3).getByRole('cell').allTextContents()).toContain('–')
    expect(await page.locator('figure.chart').last().getByRole('table').count()).toBe(0)
    await page.context().close()
  })
})
