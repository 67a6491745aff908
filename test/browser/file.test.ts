/** Files in the playground's page: chosen by a button or dropped on the chat, shown with whoever sent them. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice } from '../support/drumbeat.js'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
let browser: Browser
let drumbeat: TestDrumbeat
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args })
})
afterAll(() => browser.close())
beforeEach(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await voice(drumbeat, 'manager', '618大促').say(
    '/mkt new 小红书种草 template=strategy-003 launch=2024-06-01 end=2024-06-20',
  )
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(drumbeat.url)
  await field().waitFor()
})
afterEach(async () => {
  await page.context().close()
  await drumbeat.stop()
})

const field = () => page.getByRole('textbox', { name: '消息或命令' })
const shown = (words: string) => page.getByText(words).last().waitFor()
const table = '任务名称,负责人,截止时间\n拍摄,专员,2024-05-24\n'

it('a file is attached by keyboard, taken back, and sent with a line', async () => {
  const button = page.getByRole('button', { name: '添加文件' })
  const choosing = page.waitForEvent('filechooser')
  await button.focus()
  await button.press('Enter')
  await (await choosing).setFiles([
    { name: '五月计划.csv', mimeType: 'text/csv', buffer: Buffer.from(table) },
    { name: '海报.png', mimeType: 'image/png', buffer: Buffer.from('x') },
  ])
  await page.getByRole('button', { name: '移除海报.png' }).click()
  // In a group the bot is called, so that it hears of the file.
  expect(await field().inputValue()).toBe('/mkt 导入 ')
  await field().press('Enter')
  await shown('导入预览')
  await page.locator('.message .file', { hasText: '五月计划.csv' }).waitFor()
  expect(await page.getByRole('list', { name: '要发送的文件' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

it('a file dropped on the chat is attached; one that is too big is not', async () => {
  const drop = (name: string, content: string) =>
    page.evaluate(
      ([called = '', words = '']) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([words], called, { type: 'text/csv' }))
        const chat = document.querySelector('main.chat')
        for (const type of ['dragover', 'drop'])
          chat?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [name, content],
    )
  await drop('大.csv', 'x'.repeat(8_000_001))
  await shown('“大.csv”超过 8 MB，无法发送。')
  await drop('六月计划.csv', table)
  await page.getByRole('button', { name: '移除六月计划.csv' }).waitFor()
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await shown('导入预览')
  expect(complaints).toEqual([])
})
