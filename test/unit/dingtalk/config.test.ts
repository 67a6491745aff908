/** The settings of DingTalk: both or none. */
import { expect, it } from 'vitest'
import { dingtalkOf, readConfig } from '../../../src/config.js'

it.each([{ DINGTALK_CLIENT_ID: 'ding1' }, { DINGTALK_CLIENT_SECRET: 'secret' }])(
  'one of them alone is told in words',
  (env) =>
    expect(() => readConfig(env)).toThrow(/DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET belong together/),
)

it('none is no DingTalk', () => expect(dingtalkOf(readConfig({}))).toBeNull())

it('both are enough: the rest is the free edition', () => {
  const env = { DINGTALK_CLIENT_ID: 'ding1', DINGTALK_CLIENT_SECRET: 'secret' }
  expect(dingtalkOf(readConfig(env))).toMatchObject({ quota: { api: 5000, stream: 3000 } })
})
