/** From a click in Slack to its acknowledgement and to the edited card, beside a Bolt app that keeps nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'vitest'
import { eventually } from '../support/on-slack.js'
import { type Message, type Slack, startSlack } from '../support/slack/index.js'

const clicks = Number(process.env.BENCH_CLICKS ?? 200)
const root = join(import.meta.dirname, '../..')

const started = async (program: string, slack: Slack, env: Record<string, string>): Promise<ChildProcess> => {
  const settings = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: slack.options.appToken,
    SLACK_API_URL: slack.url,
    LOG_LEVEL: 'error',
    PORT: '0',
    ...env,
  }
  const child = spawn(process.execPath, [join(root, program)], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  await eventually(() => slack.socket.connections.length > 0)
  return child
}

interface Times {
  ack: number[]
  edit: number[]
}

/** Presses `button` of the standing card and waits until Slack has its edit. */
const click = async (slack: Slack, card: () => Message, button: string | number): Promise<Times> => {
  const people = slack.people()
  const times: Times = { ack: [], edit: [] }
  for (let i = 0; i < clicks; i++) {
    const { channel, ts } = card()
    const from = slack.calls.length
    const at = performance.now()
    const pressed = people.press('U1', card(), button)
    const edit = () =>
      slack.calls
        .slice(from)
        .find(
          ({ method, args, answer }) =>
            answer && method === 'chat.update' && args.channel === channel && args.ts === ts,
        )
    const acked = pressed.then(() => times.ack.push(performance.now() - at))
    while (!edit()) await new Promise(setImmediate)
    times.edit.push(performance.now() - at)
    await acked
  }
  return times
}

const share = (numbers: number[], part: number): string =>
  ([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0).toFixed(1)

const print = (name: string, { ack, edit }: Times): void => {
  const row = [share(ack, 0.5), share(ack, 0.95), share(edit, 0.5), share(edit, 0.95)]
  process.stdout.write(`${name.padEnd(24)}${row.map((cell) => cell.padStart(12)).join('')}\n`)
}

const measure = async (
  name: string,
  program: string,
  env: Record<string, string>,
  prepare: (slack: Slack) => Promise<[card: () => Message, button: string | number]>,
): Promise<void> => {
  const slack = await startSlack()
  const child = await started(program, slack, env)
  try {
    print(name, await click(slack, ...(await prepare(slack))))
  } finally {
    child.kill('SIGKILL')
    await slack.stop()
  }
}

/** A task of one's own in the direct conversation, whose card has status buttons. */
const task = async (slack: Slack): Promise<[() => Message, number]> => {
  const people = slack.people()
  await people.direct('U1', 'language en')
  await people.direct('U1', 'new "Tea" launch=2030-03-01 end=2030-03-20')
  await people.direct('U1', 'task add "Write copy" owner=<@U1> start=2030-03-01 due=2030-03-02')
  const card = () => slack.messages('D1').findLast(({ text }) => /^M-\d+ .*Write copy/.test(text))
  await eventually(card)
  // The first button is the other status each time.
  return [() => card() as Message, 0]
}

const plain = async (slack: Slack): Promise<[() => Message, string]> => {
  await slack.people().command('U1', 'C1', '/mkt', '')
  const card = () => slack.messages('C1').at(-1)
  await eventually(card)
  return [() => card() as Message, 'Doing']
}

it('a click in Slack', async () => {
  const head = ['ack p50', 'ack p95', 'edited p50', 'edited p95'].map((cell) => cell.padStart(12)).join('')
  process.stdout.write(`\n${`${clicks} clicks, ms`.padEnd(24)}${head}\n`)
  await measure('bare Bolt, no store', 'test/bench/bare-bolt.mjs', {}, plain)
  const folder = mkdtempSync(join(tmpdir(), 'drumbeat-bench-'))
  try {
    await measure('Drumbeat, embedded', 'dist/run.js', { DATA_DIR: folder, DATABASE_URL: '' }, task)
    const server = process.env.BENCH_DATABASE_URL
    if (server)
      await measure('Drumbeat, server', 'dist/run.js', { DATA_DIR: folder, DATABASE_URL: server }, task)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
