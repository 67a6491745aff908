/** The program is killed in the middle of what people do in DingTalk: nothing acknowledged is lost, nothing is done twice. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/engine/db/open.js'
import { type Card, type Dingtalk, type Outcome, startDingtalk, wordsOf } from '../support/dingtalk/index.js'
import { corp, eventually } from '../support/on-dingtalk.js'
import { inDays } from '../support/people-on-slack.js'
import { type Program, startProgram } from '../support/program.js'
import { testFolder } from '../support/store.js'

let dingtalk: Dingtalk
beforeAll(async () => {
  // What was under way comes again until it is taken, and people wait for that.
  const stubborn = { redelivery: 'unacked', redeliverAfterMs: 1000, patience: 30_000 } as const
  dingtalk = await startDingtalk({ ...corp, ...stubborn })
})
afterAll(() => dingtalk.stop())

const start = async (folder: string): Promise<Program> => {
  const program = await startProgram(folder, {
    DINGTALK_CLIENT_ID: dingtalk.options.clientId,
    DINGTALK_CLIENT_SECRET: dingtalk.options.clientSecret,
    DINGTALK_API_URL: dingtalk.url,
    LOG_LEVEL: 'silent',
  })
  await eventually(() => dingtalk.gateway.live.length > 0)
  return program
}
const say = (line: string, mention: string[] = []) =>
  dingtalk.acting.say('ann', 'cidA==', ` ${line}`, { mention })
const add = (name: string) => say(`新建任务 ${name} ${inDays(1)} ${inDays(3)}`, ['ann'])
const all = () => [...dingtalk.messages('cidA=='), ...dingtalk.direct('ann')]

it('explore', { timeout: 120_000 }, async () => {
  const folder = testFolder('store')
  const program = await start(folder)
  await say(`新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await add('old-1')
  await pause(3000)
  for (const m of all()) console.log(m.kind, m.conversation, m.title, m.card?.outTrackId, m.buttons.map((b) => b.label), JSON.stringify(m.text).slice(0, 400))
  console.log(dingtalk.violations, await program.end('SIGTERM'))
})
