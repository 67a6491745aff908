// Measures what the limits speak of: start times, memory, the answer to a click, stalls of the event loop.
// `node test/bench/run.mjs`; BENCH_DATABASE_URL names an empty database of a server to measure that store too.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/run.js', import.meta.url))
const port = 39_000 + (process.pid % 1000)
const url = `http://127.0.0.1:${port}`
const clicks = Number(process.env.BENCH_CLICKS ?? 300)

const call = async (path, body) => {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`${url}${path}`, init)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}
const api = async (path, body) => (await call(`/api/playground/${path}`, body)).json()

/** Starts the program and waits until it is ready. */
const start = async (env) => {
  const from = performance.now()
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error', ...env },
  })
  child.stderr.pipe(process.stderr)
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return { child, seconds: (performance.now() - from) / 1000 }
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`)
    await wait(10)
  }
}
const stop = async (child, signal = 'SIGTERM') => {
  child.kill(signal)
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
}

const metric = async (name) => {
  const line = (await (await call('/metrics')).text()).split('\n').find((text) => text.startsWith(`${name} `))
  return Number(line?.split(' ')[1])
}
const percentile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)]

/** Presses the status buttons of one task card, which is redrawn in three places with each press. */
const measureClicks = async () => {
  const engineer = { as: '工程师', channel: 'dm-engineer' }
  await api('clock', { to: '2024-05-01 09:00' })
  await api('say', { as: '经理', channel: '618大促', text: '/mkt sample' })
  await api('say', { ...engineer, text: '开始 M-003' })
  const { messages } = await api('say', { ...engineer, text: '任务 M-003' })
  let card = messages.at(-1)
  await metric('nodejs_eventloop_lag_max_seconds')
  const times = []
  for (let i = 0; i < clicks; i++) {
    const { id } = card.buttons.find(({ label }) => label === (i % 2 ? '进行中' : '未开始'))
    const from = performance.now()
    const answer = await api('press', { as: engineer.as, message: card.id, button: id })
    times.push(performance.now() - from)
    card = answer.messages.find((message) => message.id === card.id)
  }
  return times
}

const measure = async (name, env) => {
  const first = await start(env)
  await stop(first.child)
  const later = await start(env)
  await wait(5000)
  const idle = await metric('process_resident_memory_bytes')
  const times = await measureClicks()
  const stall = await metric('nodejs_eventloop_lag_max_seconds')
  const loaded = await metric('process_resident_memory_bytes')
  await stop(later.child, 'SIGKILL')
  const killed = await start(env)
  await stop(killed.child)
  const row = {
    'first start, s': first.seconds.toFixed(2),
    'later start, s': later.seconds.toFixed(2),
    'start after kill -9, s': killed.seconds.toFixed(2),
    'idle, MB': Math.round(idle / 1e6),
    'after the clicks, MB': Math.round(loaded / 1e6),
    'click p50, ms': percentile(times, 0.5).toFixed(1),
    'click p95, ms': percentile(times, 0.95).toFixed(1),
    'longest stall, ms': (stall * 1000).toFixed(0),
  }
  const lines = Object.entries(row).map(([what, value]) => `${what.padEnd(24)}${value}`)
  process.stdout.write(`${name}\n${lines.join('\n')}\n\n`)
}

const folder = mkdtempSync(join(tmpdir(), 'drumbeat-bench-'))
try {
  await measure('embedded', { DATA_DIR: folder, DATABASE_URL: '' })
  const server = process.env.BENCH_DATABASE_URL
  if (server) await measure('server', { DATA_DIR: folder, DATABASE_URL: server })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
