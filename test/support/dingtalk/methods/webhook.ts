/** Session webhooks: answers to what somebody said, for a while and without a token. */
import { isJson, type Json } from '../../slack/json.js'
import { plainMessage } from '../message.js'
import { errcode, trouble } from '../trouble.js'
import { conversationOf, type Session } from '../world.js'
import { unshown, webhookPart } from './content.js'
import { type Context, forbid, type Methods, Refusal } from './method.js'

export const webhook: Methods = {
  'POST /robot/sendBySession': {
    token: 'none',
    run(context) {
      const { world, query, body } = context
      const session = world.sessions.get(query.session ?? '')
      if (!session) return forbid(context, trouble.oapi.session, 'a session webhook that never was')
      checkAlive(context, session)
      const found = webhookPart(body)
      if (typeof found === 'string') return forbid(context, errcode(400402, found), found)
      const { type, part } = found
      const conversation = conversationOf(world, session.conversation)
      const mentions = mentioned(context, part)
      for (const what of unshown(String(part.text ?? ''))) context.violate(what)
      const words = {
        kind: 'webhook',
        type,
        conversation: conversation.id,
        mentions,
        key: null,
        fields: part,
      } as const
      if (type !== 'empty') conversation.messages.push(plainMessage(words))
      return { errcode: 0, errmsg: 'ok' }
    },
  },
}

/** One that ended early may be tried once; how long one lasts was announced. @throws Refusal */
function checkAlive({ violate }: Context, session: Session): void {
  const over = Date.now() - session.expiresAt
  if (over <= 0 && !session.ended) return
  if (over > 0) violate(`used a session webhook ${over} ms after its end`)
  else if (session.told) violate('used a session webhook again that had been said to be gone')
  session.told = true
  throw new Refusal(trouble.oapi.session)
}

/** Nobody is notified unless the text itself says `@<userId>`. */
function mentioned(context: Context, part: Json): string[] {
  const at = isJson(context.body.at) ? context.body.at : {}
  const ids = Array.isArray(at.atUserIds) ? at.atUserIds.map(String) : []
  const said = String(part.text ?? part.content ?? '')
  for (const id of ids) {
    if (!context.world.people.has(id)) context.violate(`${id} in atUserIds is nobody`)
    if (!said.includes(`@${id}`)) context.violate(`atUserIds names ${id}, but the text does not say @${id}`)
  }
  return [...ids, ...(at.isAtAll === true ? ['@ALL'] : [])]
}
