/** What may be broken between Drumbeat and Slack, and what the doctor says of it. */
import { scopes } from '../../../src/platforms/slack/scopes.js'
import type { Slack } from '../../support/slack/index.js'

export interface Trouble {
  what: string
  make(slack: Slack): unknown
  mend?(slack: Slack): unknown
  en: RegExp
  zh: RegExp
}

const room = (slack: Slack) => slack.team().channels.get('C1') ?? { members: new Set<string>() }
const leave = (slack: Slack) => room(slack).members.delete(slack.team().bot.user)
const enter = (slack: Slack) => room(slack).members.add(slack.team().bot.user)

/** With C1, called room-C1, followed by a campaign. */
export const troubles: Trouble[] = [
  {
    what: 'a missing permission',
    make: (slack) =>
      Object.assign(slack.options, { scopes: Object.keys(scopes).filter((one) => one !== 'files:write') }),
    mend: (slack) => Object.assign(slack.options, { scopes: Object.keys(scopes) }),
    en: /The permission files:write is missing\. → Add it under “OAuth & Permissions/,
    zh: /缺少权限 files:write。 → 在“OAuth & Permissions/,
  },
  {
    what: 'a channel without the bot',
    make: leave,
    mend: enter,
    en: /The bot is not in the channel #room-C1\. → Type `\/invite @drumbeat` there/,
    zh: /机器人不在频道 #room-C1 里。 → .*\/invite @drumbeat/,
  },
  {
    what: 'an archived channel',
    make: (slack) => Object.assign(room(slack), { archived: true }),
    mend: (slack) => Object.assign(room(slack), { archived: false }),
    en: /The channel #room-C1 is archived: nothing can be posted there\. → Unarchive it/,
    zh: /频道 #room-C1 已归档，无法发送消息。 → 取消归档/,
  },
  {
    what: 'a channel that is gone, or private without the bot',
    make: (slack) => leave(slack) && Object.assign(room(slack), { kind: 'private' }),
    mend: (slack) => enter(slack) && Object.assign(room(slack), { kind: 'public' }),
    en: /The channel C1 is unknown: it was deleted, or it is private and the bot is not in it\. → Type/,
    zh: /找不到频道 C1：已被删除，或是机器人未加入的私有频道。 → /,
  },
  {
    what: 'a clock that is ten minutes off',
    make: (slack) => slack.clock.advance(-600_000),
    mend: (slack) => slack.clock.advance(600_000),
    en: /The clock of this machine is (599|600|601) s away from Slack’s\. → Let NTP set it/,
    zh: /本机时钟与 Slack 相差 (599|600|601) 秒。 → 用 NTP 校时/,
  },
  {
    what: 'a bot token that Slack refuses',
    make: (slack) => slack.faults.add('auth.test', { kind: 'refused', error: 'token_revoked' }, { times: 2 }),
    en: /Slack refuses the bot token \(token_revoked\)\. → Install the app again/,
    zh: /Slack 拒绝了机器人令牌（token_revoked）。 → 在“Install App”页面重新安装应用/,
  },
  {
    what: 'a Slack that does not answer',
    make: (slack) => slack.faults.add('api.test', { kind: 'dropped' }, { times: 2 }),
    en: /Slack cannot be reached \(.+\)\. → Check the network, the proxy and SLACK_API_URL/,
    zh: /连不上 Slack（.+）。 → 检查网络、代理和 SLACK_API_URL/,
  },
  {
    what: 'a Slack that is too busy to be asked',
    make: (slack) => slack.faults.add('conversations.info', { kind: 'limited', seconds: 30 }, { times: 2 }),
    en: /The check broke off: .*rate.* → Check again in a minute/,
    zh: /检查中断：.*rate.* → 请稍后再查一次/,
  },
]
