/** The program is killed in the middle of work and started again: what was answered is there, once. */
import { describe, expect, it } from 'vitest'
import type { Answer, Message } from '../../src/platforms/playground/page/wire.js'
import { failToStart, type Program, startProgram } from '../support/program.js'
import { testFolder } from '../support/store.js'

const channel = 'c1'
const post = async <T>({ url }: Program, path: string, body: object): Promise<T> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/playground/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return response.json() as Promise<T>
}
const say = (program: Program, text: string, delivery: string) =>
  post<Answer>(program, 'say', { as: '经理', channel, text, delivery })
const messages = async ({ url }: Program, as = 'manager'): Promise<Message[]> =>
  (await fetch(`${url}/api/playground/messages?channel=${channel}&as=${as}`)).json() as Promise<Message[]>
const taskNames = async (program: Program): Promise<string[]> => {
  const said = await say(program, '/mkt tasks', `list-${Math.random()}`)
  return [...(said.messages.at(-1)?.text ?? '').matchAll(/crash-\d+/g)].map(([name]) => name)
}

describe('killed with kill -9', () => {
  it('keeps every answered command, loses none and doubles none that was under way', {
    timeout: 120_000,
  }, async () => {
    const folder = testFolder('store')
    let program = await startProgram(folder)
    await say(program, '/mkt new "618" launch=2027-06-01 end=2027-06-25', 'new')
    const expected: string[] = []
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 2; i++) {
        const name = `crash-${round}${i}`
        await say(program, `/mkt task add ${name} @经理 2027-05-01 2027-05-02`, name)
        expected.push(name)
      }
      // Under way when the process dies: a person would send it again, with the same delivery.
      const name = `crash-${round}9`
      const line = `/mkt task add ${name} @经理 2027-05-01 2027-05-02`
      const lost = say(program, line, name).catch(() => null)
      await program.end('SIGKILL')
      await lost
      program = await startProgram(folder)
      await say(program, line, name)
      expected.push(name)
    }
    expect((await taskNames(program)).sort()).toEqual(expected.sort())
    const shown = await messages(program)
    for (const name of expected) {
      const answers = shown.filter(({ author, card }) => author === null && card?.title.includes(name))
      expect(answers, name).toHaveLength(1)
    }
    expect(await program.end('SIGTERM')).toBe(0)
  })
})

describe('a second process', () => {
  it('on the same folder is refused in words, and the first goes on', async () => {
    const folder = testFolder('store')
    const first = await startProgram(folder)
    const second = await failToStart(folder)
    expect(second.code).toBe(1)
    expect(second.said).toContain(folder)
    expect(second.said).not.toMatch(/\n\s+at /)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    await first.end('SIGTERM')
  })
})

describe('a second start', () => {
  it('continues with the stored chat and the moved clock', async () => {
    const folder = testFolder('store')
    const first = await startProgram(folder)
    await post(first, 'clock', { to: '2024-05-01 09:00' })
    await say(first, '/mkt sample', 'sample')
    await first.end('SIGTERM')
    const second = await startProgram(folder)
    const state = (await (await fetch(`${second.url}/api/playground/state`)).json()) as { now: string }
    expect(state.now).toMatch(/^2024-05-01T01:0/)
    expect((await messages(second)).some(({ card }) => card?.title.includes('C-1'))).toBe(true)
    await second.end('SIGTERM')
  })
})
