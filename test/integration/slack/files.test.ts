/** Files of a card in Slack: shared with whoever asked for them. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, messageIn, type OnSlack, startOnSlack, whisperTo } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnSlack
beforeAll(async () => {
  on = await startOnSlack()
  await on.people.command('U1', 'C1', '/mkt', `new Tea launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C1', 'C-1')
})
afterAll(() => on.stop())

const filesIn = (channel: string) => on.slack.messages(channel).flatMap(({ files = [] }) => files)

it('an export asked for in a channel is handed over in the conversation with the bot', async () => {
  await on.people.command('U1', 'C1', '/mkt', 'export progress')
  await whisperTo(on.slack, 'U1', 'Preparation progress')
  const file = await eventually(() => filesIn('D1').at(-1))
  expect(file.name).toBe('C-1 Tea Preparation progress.xlsx')
  const bytes = on.slack.team().files.get(String(file.id))?.bytes
  const { sheets } = await readXlsx(new Uint8Array(bytes ?? Buffer.alloc(0)))
  expect(sheets[0]?.rows[0]).toEqual(['Task', 'Owner', 'Start', 'Due', 'Status', 'Remarks'])
  expect(filesIn('C1')).toEqual([])
})

it('an export that cannot be shared is said, and nothing else is lost', async () => {
  on.slack.faults.add('files.completeUploadExternal', { kind: 'refused', error: 'internal_error' })
  await on.people.direct('U1', 'export progress csv C-1')
  await eventually(() => on.slack.messages('D1').some(({ text }) => text.includes('could not be sent')))
  await on.people.direct('U1', 'export progress csv C-1')
  await eventually(() => filesIn('D1').find(({ name }) => name === 'C-1 Tea Preparation progress.csv'))
})
