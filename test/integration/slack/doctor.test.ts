/** The doctor on Slack: each prerequisite that is broken is named with its cure, in the reader's language; nothing else is. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { signers } from '../../../src/features/people/index.js'
import { knowsYear } from '../../../src/kit/calendar.js'
import { addDays, localDate } from '../../../src/kit/time.js'
import { type Drumbeat, introduce } from '../../../src/main.js'
import { scopes } from '../../../src/platforms/slack/scopes.js'
import { acme, eventually, wordsOf } from '../../support/on-slack.js'
import { type People, type Slack, startSlack } from '../../support/slack/index.js'
import { openTestStore } from '../../support/store.js'
import { type Trouble, troubles } from './troubles.js'

const zone = 'Asia/Shanghai'
const today = localDate(new Date(), zone)
const rooms = ['C2', 'C3', 'C4', 'C5', 'C6', 'C7']
const team = { ...acme, channels: ['C1', ...rooms].map((id) => ({ id, name: `room-${id}` })) }
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }

let slack: Slack
let people: People
let settings: Record<string, string>
vi.setConfig({ testTimeout: 60_000 })
beforeAll(async () => {
  slack = await startSlack({ teams: [team], scopes: Object.keys(scopes) })
  people = slack.people()
  settings = { PORT: '0', LOG_LEVEL: 'silent', SLACK_API_URL: slack.url, ...tokens }
})
afterAll(() => slack.stop())

/** In turn from another channel: Slack takes a message a second in each. */
let turn = 0
const asks = async (user: string, line: string): Promise<string> => {
  const { ephemerals } = slack.team()
  const before = ephemerals.length
  await people.command(user, rooms[turn++ % rooms.length] ?? '', '/mkt', line)
  return wordsOf(await eventually(() => ephemerals.slice(before).find(({ only }) => only === user)))
}

/** A year's holidays are known only shortly before it: in December there is one more thing to look at. */
const calendarKnown = knowsYear(Number(addDays(today, 30).slice(0, 4)))

/** Troubles of the house itself. */
const ofTheHouse: Trouble[] = [
  {
    what: 'a zone that is not where somebody is',
    make: () => asks('U1', 'zone Europe/Berlin'),
    mend: () => asks('U1', `zone ${zone}`),
    en: /ann has the time zone Europe\/Berlin here, but Asia\/Shanghai on their platform\. → .*`\/mkt zone Asia/,
    zh: /ann 在这里的时区是 Europe\/Berlin，在聊天平台上却是 Asia\/Shanghai。 → .*\/mkt 时区 Asia/,
  },
  {
    what: 'holidays that are not known yet',
    make: () => asks('U1', 'new Future 2031-06-01 2031-06-20'),
    mend: () => asks('U1', 'campaign cancel Future enough'),
    en: /The holidays of 2031 are unknown; Monday to Friday is assumed\. → Update the package chinese-days/,
    zh: /没有 2031 年的节假日数据，暂按周一至周五为工作日计算。 → 更新 chinese-days 包/,
  },
  {
    what: 'a position that signs and nobody holds',
    make: () => asks('U1', 'revoke ann sales-head'),
    mend: () => asks('U1', 'grant ann sales-head'),
    en: /Nobody holds: head of sales\. .* → Give it to somebody/,
    zh: /以下职位没有人担任：.*。 → 请逐个授予/,
  },
]

describe('`/mkt doctor`', () => {
  let drumbeat: Drumbeat
  let stop: () => Promise<void>
  beforeAll(async () => {
    const store = await openTestStore()
    drumbeat = await introduce(readConfig(settings), store)
    stop = () => drumbeat.stop().then(() => store.close())
    await eventually(() => slack.socket.connections.length >= 2)
    await asks('U1', 'people')
    await asks('U3', 'people')
    for (const role of signers) await asks('U1', `grant ann ${role}`)
    await asks('U1', 'grant <@U3> planner')
    await asks('U1', `new Summer ${addDays(today, 5)} ${addDays(today, 10)}`)
    await asks('U1', 'follow C-1 <#C1>')
  }, 60_000)
  afterAll(() => stop())

  const inOrder = async () => {
    const [en, zh] = [await asks('U1', 'doctor'), await asks('U3', 'doctor')]
    expect(en).toContain(calendarKnown ? 'Everything is in order' : '1 thing to look at')
    expect(zh).toContain(calendarKnown ? '一切正常' : '有 1 处需要留意')
    expect(en).toContain('Acme: the bot drumbeat is in.')
    expect(en).toContain('2 of 2 connections to Slack are open.')
  }

  it('says that all is in order when it is', inOrder)

  it.each([...troubles, ...ofTheHouse])('names $what, with its cure', async ({ make, mend, en, zh }) => {
    await make(slack)
    const said = [await asks('U1', 'doctor'), await asks('U3', 'doctor')]
    await mend?.(slack)
    slack.faults.clear()
    expect(said[0]).toMatch(en)
    expect(said[1]).toMatch(zh)
  })

  it('names a connection that is missing, and finds all in order again at the end', async () => {
    slack.socket.withholdHello(1)
    slack.socket.drop()
    expect(await asks('U1', 'doctor')).toMatch(
      /1 of 2 connections to Slack are open\. → They are opened again/,
    )
    expect(slack.warnings).toEqual([])
  })
})
