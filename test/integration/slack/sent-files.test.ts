/** Tables sent as files in Slack: fetched with the token from Slack alone; what cannot be fetched is said to its sender. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  eventually,
  messageIn,
  type OnSlack,
  startOnSlack,
  whisperTo,
  wordsOf,
} from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnSlack
beforeAll(async () => {
  on = await startOnSlack()
  await on.people.command('U1', 'C1', '/mkt', `new Tea launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C1', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.store.prisma.importDraft.deleteMany())
afterEach(() => on.slack.faults.clear())

const rows = (task: string) => [
  ['Task', 'Owner', 'Due'],
  [task, 'Ann', inDays(5)],
]
const workbook = async (task: string, name = 'plan.xlsx') => ({
  name,
  bytes: await writeXlsx({ sheets: [{ name: 'Plan', rows: rows(task) }] }),
})
const csv = (task: string, name = 'plan.csv') => ({
  name,
  bytes: Buffer.from(
    rows(task)
      .map((row) => row.join(','))
      .join('\n'),
  ),
})
const drafts = () => on.store.prisma.importDraft.count()
const told = (words: string, from: number) =>
  eventually(() =>
    on.slack
      .messages('D1')
      .slice(from)
      .find((one) => one.bot_id && wordsOf(one).includes(words)),
  )
/** What the bot says to `send` in its conversation with Ann. */
const answered = async (words: string, send: () => Promise<unknown>) => {
  const from = on.slack.messages('D1').length
  await send()
  return told(words, from)
}
const direct = (...files: { name: string; bytes: Uint8Array }[]) => on.people.direct('U1', '', { files })

describe('a file sent to the bot alone', () => {
  it('is previewed, and kept by one press', async () => {
    const preview = await answered('Import preview', async () => direct(await workbook('Photos')))
    await on.people.press('U1', preview, 'Import (1)')
    await eventually(() =>
      wordsOf(on.slack.messages('D1').find(({ ts }) => ts === preview.ts) ?? null).includes('imported'),
    )
    expect(await on.store.prisma.task.count({ where: { name: 'Photos' } })).toBe(1)
  })

  it('is asked for where the event says only that it is there', async () => {
    const stub = { ...(await workbook('Stub')), stub: true as const }
    await answered('Import preview', () => direct(stub))
  })

  it('is previewed once, however often it is delivered', async () => {
    let outcome: Awaited<ReturnType<typeof direct>> | undefined
    await answered('Import preview', async () => {
      outcome = await direct(csv('Once'))
    })
    await outcome?.again()
    await answered('Tea', () => on.people.direct('U1', 'campaigns'))
    expect(await drafts()).toBe(1)
  })

  it('may say with a line which campaign is meant', async () => {
    const send = () => on.people.direct('U1', 'import C-9', { files: [csv('Nowhere')] })
    await answered('C-9', send)
    expect(await drafts()).toBe(0)
  })

  it('that is a picture is refused in words, and not fetched', async () => {
    const before = on.slack.downloads.length
    await answered('This is no table: “poster.png”', () =>
      direct({ name: 'poster.png', bytes: Buffer.from('x') }),
    )
    expect(on.slack.downloads).toHaveLength(before)
  })
})

describe('a file in a channel', () => {
  it('is previewed for whoever mentions the bot with it', async () => {
    await on.people.mention('U1', 'C1', '', { files: [csv('Mentioned')] })
    await whisperTo(on.slack, 'U1', 'Import preview')
  })

  it('is refused from a guest, without being fetched', async () => {
    const before = on.slack.downloads.length
    await on.people.mention('U4', 'C1', '', { files: [csv('Guest')] })
    await whisperTo(on.slack, 'U4', 'that takes planner or general owner')
    expect(on.slack.downloads).toHaveLength(before)
  })
})

describe('a file that cannot be fetched', () => {
  it('at first is fetched when Slack is well again', async () => {
    on.slack.faults.add('files-pri', { kind: 'status', status: 503 })
    on.slack.faults.add('files-pri', { kind: 'limited', seconds: 1 })
    await answered('Import preview', () => direct(csv('Patience')))
  })

  it('at all is said', async () => {
    on.slack.faults.add('files-pri', { kind: 'dropped' }, { times: 3 })
    await answered('“plan.csv” could not be fetched in time', () => direct(csv('Silence')))
  })

  it('because the permission is missing is said', async () => {
    on.slack.faults.add('files.info', {
      kind: 'refused',
      error: 'missing_scope',
      extra: { needed: 'files:read' },
    })
    await answered('the permission files:read', () => direct(csv('Scope')))
  })

  it('because a page to sign in comes in its place is said', async () => {
    on.slack.faults.add('files-pri', { kind: 'refused', error: 'signed_out' })
    await answered('I may not read “plan.csv”', () => direct(csv('Page')))
  })

  it('because it was deleted is said', async () => {
    on.slack.faults.add('files.info', { kind: 'refused', error: 'file_deleted' })
    await answered('“plan.csv” cannot be fetched any more', () => direct(csv('Gone')))
  })

  it('because it is too big is said, also when it announced less', async () => {
    const big = { name: 'big.csv', bytes: new Uint8Array(5_000_001) }
    await answered('“big.csv” has more than 5 MB', () => direct(big))
    const send = () => on.people.direct('U1', '', { files: [{ ...big, stub: true }] })
    await answered('has more than 5 MB', send)
  })

  it('because it lies elsewhere is said, and the token does not go there', async () => {
    const asked: string[] = []
    const foreign = createServer((request, response) => {
      asked.push(request.headers.authorization ?? '')
      response.end('Task,Owner,Due')
    })
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/plan.csv`
    const send = () => on.people.direct('U1', '', { files: [{ ...csv('Foreign'), url }] })
    await answered('lies where I fetch nothing from', send)
    const external = () => on.people.direct('U1', '', { files: [{ ...csv('Drive'), mode: 'external' }] })
    await answered('lies where I fetch nothing from', external)
    expect(asked).toEqual([])
    foreign.close()
  })

  it('leaves nothing behind', async () => {
    on.slack.faults.add('files.info', { kind: 'refused', error: 'file_not_found' })
    await answered('cannot be fetched any more', () => direct(csv('Nothing')))
    expect(await drafts()).toBe(0)
    expect(on.log.some((line) => JSON.stringify(line).includes('xoxb-'))).toBe(false)
  })
})

it('where several campaigns may be meant, the button fetches the file again, also after a restart', async () => {
  await on.people.command('U1', 'C2', '/mkt', `new Coffee launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C2', 'C-2')
  const question = await answered('C-2', () => direct(csv('Choice')))
  await on.restart()
  await answered('Import preview', () => on.people.press('U1', question, 'C-2 Coffee'))
  expect(on.slack.downloads.every(({ known }) => known)).toBe(true)
})
