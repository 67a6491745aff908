/** Cards as large as campaigns get, and workspaces without Slack's newest blocks: nothing is ever refused for good. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chart, table } from '../../../src/kit/card.js'
import { eventually, messageIn, type OnSlack, startOnSlack, wordsOf } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'
import { saying, telling } from '../../support/telling.js'

let on: OnSlack
afterEach(() => on.stop())

const refused = () =>
  on.slack.calls
    .filter(({ answer }) => answer?.ok === false)
    .map(({ method, answer }) => ({ method, answer }))
const posted = () => on.slack.calls.filter(({ method }) => method === 'chat.postMessage')
const typesOf = ({ blocks = [] }: { blocks?: { type: string }[] }) => blocks.map(({ type }) => type)
const figures = (words: string) =>
  saying(
    words,
    chart('Orders', {
      shape: 'bar',
      labels: ['May', 'June'],
      series: [{ name: 'Shop', values: [3, 5] }],
      unit: '',
    }),
    table(
      ['Channel', 'Orders'],
      [
        ['Shop', '8'],
        ['Live', '5'],
      ],
    ),
  )

describe('where Slack’s newest blocks are not rolled out', () => {
  it('charts come as pictures that say what they show, tables as lists, and Slack is asked once', async () => {
    on = await startOnSlack({ nativeBlocks: false })
    const messages = telling(on)
    await messages.tell('C1', [figures('First')])
    const first = await messages.arrived('C1', 'First')
    expect(refused()).toMatchObject([{ method: 'chat.postMessage', answer: { error: 'invalid_blocks' } }])
    const picture = first.blocks?.find(({ type }) => type === 'image')
    expect(picture).toMatchObject({ alt_text: 'May: Shop 3; June: Shop 5' })
    expect(wordsOf(first)).toContain('Live')
    const files = [...on.slack.team().files.values()]
    expect(files).toMatchObject([{ title: 'Orders', mimetype: 'image/png' }])
    expect(files[0]?.bytes?.subarray(1, 4).toString()).toBe('PNG')
    await messages.tell('C2', [figures('Second')])
    expect(typesOf(await messages.arrived('C2', 'Second'))).toEqual(typesOf(first))
    expect(refused()).toHaveLength(1)
    expect(on.slack.team().files.size).toBe(1)
  })

  it('and no pictures are taken, figures come as words', async () => {
    on = await startOnSlack({ nativeBlocks: false })
    const messages = telling(on)
    const trouble = { kind: 'refused', error: 'internal_error' } as const
    on.slack.faults.add('files.getUploadURLExternal', trouble, { times: 9 })
    await messages.tell('C1', [figures('Words')])
    const said = await messages.arrived('C1', 'Words')
    expect(typesOf(said)).not.toContain('image')
    for (const words of ['May', 'Shop 3', 'June', 'Shop 5']) expect(wordsOf(said)).toContain(words)
    expect(posted()).toHaveLength(2)
  })
})

describe('a campaign with sixty tasks of long names', () => {
  const long = (i: number) => `Task ${i} – <!channel> *all* :fire: ${'文案'.repeat(40)} & more`
  const ask = [
    ...[
      'tasks C-1',
      'my',
      'digest C-1',
      'show C-1',
      'plan C-1',
      'kpis C-1',
      'reports C-1',
      'help',
      'audit C-1',
    ],
    ...['issues C-1', 'approvals C-1', 'next', 'people', 'doctor', 'template', 'home'],
  ]

  it.each([true, false])(
    'is shown whole or in part by every command (newest blocks: %s)',
    async (nativeBlocks) => {
      on = await startOnSlack({ nativeBlocks })
      await on.people.command('U1', 'C1', '/mkt', `new "${long(0)}" launch=${inDays(9)} end=${inDays(20)}`)
      await messageIn(on.slack, 'C1', 'C-1')
      const { ownerId } = await on.store.prisma.campaign.findFirstOrThrow()
      const tasks = Array.from({ length: 60 }, (_, i) => ({
        ...{
          campaignId: 1,
          number: 100 + i,
          name: long(i),
          description: long(i),
          ownerId,
          accepted: i % 2 === 0,
        },
        ...{ startOn: inDays(-9), dueOn: inDays((i % 9) - 4), deliverable: long(i), remarks: long(i) },
      }))
      await on.store.prisma.task.createMany({ data: tasks })
      for (const [i, line] of ask.entries()) {
        expect(await on.people.command('U1', 'C1', '/mkt', line)).toMatchObject({ ok: true })
        await eventually(() => on.slack.ephemerals.length > i)
      }
      await on.people.direct('U1', 'tasks C-1')
      await on.people.openHome('U1')
      await eventually(() => on.slack.home('U1'))
      await messageIn(on.slack, 'D1', 'Task 1')
      await vi.waitFor(async () => {
        const { outboxMessage } = on.store.prisma
        expect(await outboxMessage.count({ where: { status: { in: ['waiting', 'sending'] } } })).toBe(0)
        expect(await outboxMessage.count({ where: { status: 'dead' } })).toBe(0)
      }, 15_000)
      // Where the newest blocks are missing, Slack is asked once.
      expect(refused().length).toBeLessThanOrEqual(nativeBlocks ? 0 : 1)
      expect(on.slack.warnings).toEqual([])
    },
  )
})
