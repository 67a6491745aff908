/** What is wrong with DingTalk's set-up, each thing with its name; `doctor` says it with its cure. */
import type { Connected } from '../../kit/connected.js'
import { scarceFrom } from '../../kit/event.js'
import type { Finding } from '../../kit/finding.js'
import type { Api } from './api.js'
import { ApiError, reasonOf, silenceIn } from './errors.js'
import { quotaKinds } from './host.js'
import type { Usage } from './usage.js'

const finding = (what: string, level: Finding['level'], params: Finding['params'] = {}): Finding => ({
  area: 'dingtalk',
  what,
  level,
  params,
})

/** DingTalk's people are the house's own. */
const own = ''

export const createCheck =
  (api: Api, socket: Connected, usage: Usage) =>
  async (organisation: string): Promise<Finding[]> => {
    if (organisation !== own) return []
    await usage.start()
    // Where the store cannot be looked at nothing is known of the month.
    const counted = quotaKinds.filter((kind) => usage.used(kind) > 0)
    return [...(await access(api)), ...stream(socket), ...counted.map((kind) => quota(usage, kind))]
  }

/** The settings are taken, and people may be looked up. */
const access = async (api: Api): Promise<Finding[]> => {
  try {
    await api.token.get()
    await api.old('/topapi/v2/user/get', { userid: 'drumbeat-doctor' }, 'free')
    return [finding('dingtalkOk', 'good')]
  } catch (error) {
    return refusal(error)
  }
}

const refusal = (error: unknown): Finding[] => {
  if (!(error instanceof ApiError))
    return [finding('dingtalkUnreachable', 'bad', { error: reasonOf(error) ?? String(error) })]
  if (silenceIn(error) !== null) return [finding('checkFailed', 'warn', { error: error.message })]
  if (['60011', '50002'].includes(error.code) || error.scopes.length > 0) {
    return [finding('dingtalkOk', 'good'), finding('dingtalkContacts', 'warn')]
  }
  // Nobody is called so: DingTalk has looked.
  if (/^\d+$/.test(error.code) && error.status === 200) return [finding('dingtalkOk', 'good')]
  return [finding('dingtalkAccess', 'bad', { error: error.message })]
}

const stream = (socket: Connected): Finding[] => {
  const { open } = socket.state()
  return open > 0 ? [finding('dingtalkStream', 'good')] : []
}

const quota = (usage: Usage, kind: (typeof quotaKinds)[number]): Finding => {
  const [used, of] = [usage.used(kind), usage.quota[kind]]
  const percent = Math.floor((used * 100) / of)
  const level = percent >= scarceFrom.saved ? 'bad' : percent >= scarceFrom.told ? 'warn' : 'good'
  return finding(kind === 'api' ? 'dingtalkApi' : 'dingtalkMessages', level, { used, of, percent })
}
