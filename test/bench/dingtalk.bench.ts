/** From a press or a line in DingTalk to its answer and to everybody's card, beside a client that keeps nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { it } from 'vitest'
import { type Card, type Dingtalk, startDingtalk } from '../support/dingtalk/index.js'
import { eventually } from '../support/on-dingtalk.js'
import { inDays } from '../support/people-on-slack.js'

const count = Number(process.env.BENCH_CLICKS ?? 60)
const root = join(import.meta.dirname, '../..')

const started = async (program: string, env: Record<string, string>): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [join(root, program)], {
    env: { ...process.env, LOG_LEVEL: 'error', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}
const appOf = ({ options, url }: Dingtalk) => ({
  DINGTALK_CLIENT_ID: options.clientId,
  DINGTALK_CLIENT_SECRET: options.clientSecret,
  DINGTALK_API_URL: url,
  DINGTALK_MONTHLY_API_QUOTA: '1000000',
  DINGTALK_MONTHLY_STREAM_QUOTA: '1000000',
})

/** MB of main memory that a process holds. */
const memoryOf = ({ pid }: ChildProcess): number => {
  const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round((Number(kB) * 1024) / 1e6)
}
const idleMs = 5000

interface Times {
  answered: number[]
  updated: number[]
  said: number[]
}

const until = async (happened: () => boolean): Promise<void> => {
  while (!happened()) await new Promise(setImmediate)
}
/** The next press or line begins when nothing more comes of the one before. */
const settle = async ({ calls }: Dingtalk): Promise<void> => {
  for (let before = -1; before !== calls.length; await pause(150)) before = calls.length
}

/** Presses a button of the card until it is answered, and until everybody's card has changed. */
const press = async (dingtalk: Dingtalk, card: Card, times: Times): Promise<void> => {
  const button = card.buttons.find(({ label }) => ['进行中', '未开始'].includes(label))
  const before = updates(card)
  const at = performance.now()
  const pressed = dingtalk.acting.press('u1', card, button?.label ?? '')
  const answered = pressed.then(() => times.answered.push(performance.now() - at))
  await until(() => updates(card) > before)
  times.updated.push(performance.now() - at)
  await answered
}
const updates = ({ history }: Card): number => history.filter(({ how }) => how === 'updated').length

/** Says a line until its answer stands in the conversation. */
const say = async (dingtalk: Dingtalk, times: Times): Promise<void> => {
  const before = dingtalk.direct('u1').length
  const at = performance.now()
  const said = dingtalk.acting.direct('u1', '语言 zh-CN')
  await until(() => dingtalk.direct('u1').length > before)
  times.said.push(performance.now() - at)
  await said
}

const share = (numbers: number[], part: number): string =>
  ([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0).toFixed(1)
const row = (name: string, cells: readonly (string | number)[]): void => {
  process.stdout.write(`${name.padEnd(24)}${cells.map((cell) => String(cell).padStart(14)).join('')}\n`)
}

const measure = async (
  name: string,
  program: string,
  env: Record<string, string>,
  prepare: (dingtalk: Dingtalk) => Promise<Card>,
): Promise<void> => {
  // Nothing is to be slowed down but by the program itself.
  const dingtalk = await startDingtalk({ qps: 1000 })
  const child = await started(program, { ...env, ...appOf(dingtalk) })
  try {
    await eventually(() => dingtalk.gateway.live.length > 0)
    await pause(idleMs)
    const idle = memoryOf(child)
    const times: Times = { answered: [], updated: [], said: [] }
    const card = await prepare(dingtalk)
    for (let i = 0; i < count; i++) {
      await settle(dingtalk)
      await press(dingtalk, card, times)
      await settle(dingtalk)
      await say(dingtalk, times)
    }
    row(name, [...Object.values(times).flatMap((all) => [share(all, 0.5), share(all, 0.95)]), idle])
    for (const what of new Set(dingtalk.violations)) process.stdout.write(`  ${what}\n`)
  } finally {
    child.kill('SIGKILL')
    await dingtalk.stop()
  }
}

/** A task of one's own, whose card has status buttons. */
const task = async (dingtalk: Dingtalk): Promise<Card> => {
  const { say } = dingtalk.acting
  await say('u1', 'cid1==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await eventually(() => [...dingtalk.cards.values()].find(({ data }) => data.title?.includes('C-1 · 茶')))
  await say('u1', 'cid1==', ` 新建任务 海报 ${inDays(1)} ${inDays(3)}`, { mention: ['u1'] })
  return eventually(() =>
    [...dingtalk.cards.values()].find(({ data }) => /^M-\d+ 海报$/.test(data.title ?? '')),
  )
}
const plain = async (dingtalk: Dingtalk): Promise<Card> => {
  await dingtalk.acting.direct('u1', 'card')
  return eventually(() => [...dingtalk.cards.values()][0])
}

/** What the program holds where DingTalk is not set up. */
const without = async (env: Record<string, string>): Promise<void> => {
  const child = await started('dist/run.js', env)
  await pause(idleMs)
  row('  without DingTalk', ['', '', '', '', '', '', memoryOf(child)])
  child.kill('SIGKILL')
}

it('a press and a line in DingTalk', async () => {
  process.stdout.write('\n')
  const heads = ['answered p50', 'p95', 'updated p50', 'p95', 'line p50', 'p95', 'idle, MB']
  row(`${count} times, ms`, heads)
  await measure('bare client, no store', 'test/bench/bare-dingtalk.mjs', {}, plain)
  const folder = mkdtempSync(join(tmpdir(), 'drumbeat-bench-'))
  try {
    const embedded = { DATA_DIR: folder, DATABASE_URL: '' }
    await measure('Drumbeat, embedded', 'dist/run.js', embedded, task)
    await without(embedded)
    const server = process.env.BENCH_DATABASE_URL
    if (server)
      await measure('Drumbeat, server', 'dist/run.js', { DATA_DIR: folder, DATABASE_URL: server }, task)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
