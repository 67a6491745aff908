/** The robot API: messages to groups and to people, and taking them back. */
import { fromText, isJson, type Json } from '../../slack/json.js'
import { plainMessage } from '../message.js'
import type { Conversation } from '../organisation.js'
import { refusal, trouble } from '../trouble.js'
import { directOf } from '../world.js'
import { isMsgKey, wrongParam } from './content.js'
import { type Context, forbid, type Method, type Methods, onlyKnown, refuse, text, texts } from './method.js'

const scope = 'qyapi_robot_sendmsg'
const longest = 15_000
const invalid = (what: string) => refusal(400, `invalidParameter.${what}`)

const send = {
  group: ['robotCode', 'openConversationId', 'msgKey', 'msgParam', 'coolAppCode'],
  people: ['robotCode', 'userIds', 'msgKey', 'msgParam'],
}

export const robot: Methods = {
  'POST /v1.0/robot/groupMessages/send': {
    token: 'header',
    scope,
    run(context) {
      onlyKnown(context, 'groupMessages/send', context.body, send.group)
      checkRobot(context)
      const group = groupOf(context)
      return { processQueryKey: put(context, [group], spoken(context)) }
    },
  },
  'POST /v1.0/robot/oToMessages/batchSend': {
    token: 'header',
    scope,
    run(context) {
      onlyKnown(context, 'oToMessages/batchSend', context.body, send.people)
      checkRobot(context)
      const ids = texts(context, 'userIds', 20)
      const { people } = context.world
      const known = ids.filter((id) => people.has(id) && !people.get(id)?.outside)
      const all = context.fault?.kind === 'flowControlled'
      const held = known.filter((id) => all || people.get(id)?.flowControlled)
      const reached = known.filter((id) => !held.includes(id))
      const conversations = reached.map((id) => directOf(context.world, id))
      return {
        processQueryKey: put(context, conversations, spoken(context)),
        invalidStaffIdList: ids.filter((id) => !known.includes(id)),
        flowControlledStaffIdList: held,
      }
    },
  },
  'POST /v1.0/robot/groupMessages/recall': recall('openConversationId'),
  'POST /v1.0/robot/otoMessages/batchRecall': recall(null),
}

/** @throws Refusal where another robot is meant. */
export function checkRobot(context: Context, from: Json = context.body): void {
  const code = text(context, 'robotCode', from)
  if (code !== context.world.options.clientId) refuse(invalid('robotCode.auth'))
}

function groupOf(context: Context): Conversation {
  const group = context.world.conversations.get(text(context, 'openConversationId'))
  if (group?.kind !== 'group' || !group.robot) return refuse(refusal(400, 'invalid.openConversationId'))
  if (group.gone) refuse(trouble.disbanded)
  return group
}

/** @throws Refusal where the message is none. */
function spoken(context: Context): { type: string; fields: Json } {
  const key = text(context, 'msgKey')
  const param = text(context, 'msgParam')
  if (!isMsgKey(key)) forbid(context, invalid('msgKey.invalid'), `msgKey ${key} is unknown`)
  const bytes = Buffer.byteLength(param)
  if (bytes > longest) forbid(context, invalid('msgParam.tooLong'), `msgParam has ${bytes} bytes`)
  const fields = fromText(param)
  if (!isJson(fields)) return forbid(context, invalid('msgParam.invalid'), 'msgParam is no object')
  for (const what of wrongParam(key, fields, (id) => context.world.media.has(id))) context.violate(what)
  return { type: key, fields }
}

function put({ world }: Context, to: Conversation[], what: { type: string; fields: Json }): string {
  const key = world.id('pqk')
  for (const { id, messages } of to) {
    messages.push(plainMessage({ ...what, kind: 'robot', conversation: id, mentions: [], key }))
  }
  return key
}

function recall(place: string | null): Method {
  return {
    token: 'header',
    scope,
    run(context) {
      checkRobot(context)
      const id = place && text(context, place)
      const { conversations } = context.world
      const within = [...conversations.values()].filter((one) =>
        place ? one.id === id : one.kind === 'direct',
      )
      const all = within.flatMap(({ messages }) => messages)
      const keys = texts(context, 'processQueryKeys', 20)
      const found = all.filter(({ key }) => key !== null && keys.includes(key))
      for (const message of found) message.recalled = true
      const done = keys.filter((key) => found.some((message) => message.key === key))
      const failed = keys.filter((key) => !done.includes(key))
      return {
        successResult: done,
        failedResult: Object.fromEntries(failed.map((key) => [key, 'NOT_FOUND'])),
      }
    },
  }
}
