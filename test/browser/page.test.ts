/** The playground's page in a real browser: what a newcomer does in the first minutes, with eyes on errors and layout. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat } from '../support/drumbeat.js'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
let browser: Browser
let drumbeat: TestDrumbeat
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args })
})
afterAll(() => browser.close())
beforeEach(async () => {
  drumbeat = await startDrumbeat('2024-05-01 09:00')
  page = await open({ width: 1280, height: 800 })
})
afterEach(async () => {
  await page.context().close()
  await drumbeat.stop()
})

const open = async (viewport: { width: number; height: number }): Promise<Page> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  const opened = await context.newPage()
  complaints = []
  opened.on('pageerror', (error) => complaints.push(error.message))
  opened.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await opened.goto(drumbeat.url)
  await opened.getByRole('textbox', { name: '消息或命令' }).waitFor()
  return opened
}
const say = async (line: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: '消息或命令' })
  await field.fill(line)
  await field.press('Enter')
}
const actAs = async (name: string): Promise<void> => {
  await page.locator('.who > button, button.who').first().click()
  await page
    .getByRole('option', { name: new RegExp(`^(?:\\S )?${name}`) })
    .first()
    .click()
}
const shown = (words: string | RegExp) => page.getByText(words).last().waitFor()

describe('the page', () => {
  it('greets with a tour whose button creates the sample campaign', async () => {
    await shown('欢迎使用鼓点：五步走完一个活动')
    await page.getByRole('button', { name: '创建618示例活动' }).click()
    await shown('C-1 · 618年中狂欢·全场满300减50')
    await shown('市场部经理 → 运营部主管 → 财务部负责人')
    expect(complaints).toEqual([])
  })

  it('opens a form for what is missing and shows what is wrong beside its field', async () => {
    await say('/mkt new')
    const form = page.getByRole('dialog')
    await form
      .getByLabel(/活动名称|名称/)
      .first()
      .fill('双11 <script>alert(1)</script> *粗*')
    await form
      .getByLabel(/上线|启动|开始/)
      .first()
      .fill('2024-06-01')
    await form.getByLabel(/结束/).first().fill('2024-05-01')
    await form.locator('button[type=submit]').click()
    await form.getByText('2024-05-01', { exact: false }).first().waitFor()
    await form.getByLabel(/结束/).first().fill('2024-06-25')
    await form.locator('button[type=submit]').click()
    await shown(/双11 <script>alert\(1\)<\/script> \*粗\*/)
    expect(complaints).toEqual([])
  })

  it('shows one person’s click to another person at once', async () => {
    await say('/mkt sample')
    await shown(/C-1 · 618/)
    await say('/mkt 提交方案')
    await shown(/还差 1 人签字：市场部经理/)
    const watching = await open({ width: 1280, height: 800 })
    await watching
      .getByText(/还差 1 人签字：市场部经理/)
      .last()
      .waitFor()
    await drumbeat.post('say', { as: '市场部经理', channel: 'dm-marketing-manager', text: '同意A-1' })
    await watching
      .getByText(/还差 1 人签字：运营部主管/)
      .last()
      .waitFor()
    await watching.context().close()
  })

  it('jumps to the next thing that will be sent', async () => {
    await say('/mkt sample')
    await shown(/C-1 · 618/)
    await page.getByRole('button', { name: '快进到下一件事' }).click()
    await expect.poll(async () => (await drumbeat.state()).now > '2024-05-05', { timeout: 20_000 }).toBe(true)
    expect(complaints).toEqual([])
  })

  it('fits a phone without scrolling sideways', async () => {
    await page.context().close()
    page = await open({ width: 375, height: 700 })
    await shown('欢迎使用鼓点：五步走完一个活动')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wide).toBe(false)
  })

  it('lets everybody become somebody else, in their language', async () => {
    await actAs('Alex')
    await page.getByRole('textbox', { name: 'Message or command' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('draws the gallery of every sample card', async () => {
    await page.goto(`${drumbeat.url}/#gallery`)
    const samples = await drumbeat.get<unknown[]>('gallery?language=zh-CN')
    await expect.poll(() => page.locator('article').count()).toBeGreaterThanOrEqual(samples.length)
    expect(complaints).toEqual([])
  })
})
