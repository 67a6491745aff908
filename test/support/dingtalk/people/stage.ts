/** Where people act: the organisation, the gateway to the app, and what every payload says of both. */
import type { Json } from '../../slack/json.js'
import type { Gateway } from '../gateway/index.js'
import type { Conversation, Person } from '../organisation.js'
import type { World } from '../world.js'

export interface Stage {
  world: World
  gateway: Pick<Gateway, 'deliver'>
}

const robotId = '$:LWCP_v1:$robot'

/** A message to the robot, without what was said. */
export function envelope(stage: Stage, person: Person, place: Conversation, mentioned: Person[]): Json {
  const { world } = stage
  const { corpId, clientId } = world.options
  const isGroup = place.kind === 'group'
  return {
    conversationId: place.id,
    conversationType: isGroup ? '2' : '1',
    ...(isGroup && { conversationTitle: place.title, isInAtList: true, atUsers: atUsers(mentioned) }),
    chatbotCorpId: corpId,
    chatbotUserId: robotId,
    robotCode: clientId,
    msgId: world.id('msg'),
    createAt: Date.now(),
    senderPlatform: 'Mac',
    senderNick: person.name,
    senderId: person.dingtalkId,
    ...(!person.outside && { senderStaffId: person.userId, senderCorpId: corpId }),
    isAdmin: person.isAdmin,
    ...promiseAnswer(world, place),
  }
}

/** The robot itself is among those who were mentioned. */
const atUsers = (mentioned: Person[]): Json[] => [
  { dingtalkId: robotId },
  ...mentioned.map(({ dingtalkId, userId, outside }) => ({
    dingtalkId,
    ...(!outside && { staffId: userId }),
  })),
]

/** An address for answers, which lasts for a while. */
function promiseAnswer(world: World, { id: conversation }: Conversation): Json {
  const id = world.id('')
  const expiresAt = Date.now() + world.options.webhookLifeMs
  world.sessions.set(id, { id, conversation, expiresAt, ended: false, told: false })
  const sessionWebhook = `${world.origin}/robot/sendBySession?session=${id}`
  return { sessionWebhook, sessionWebhookExpiredTime: expiresAt }
}
