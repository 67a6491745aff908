/** What people say to the robot: in groups, where they mention it, and alone with it. */
import { randomUUID } from 'node:crypto'
import type { Json } from '../../slack/json.js'
import { makeDelivery, type Outcome, topics } from '../gateway/delivery.js'
import type { Conversation, Person } from '../organisation.js'
import { conversationOf, directOf, personOf } from '../world.js'
import { envelope, type Stage } from './stage.js'

export type Spoken = 'text' | 'picture' | 'richText' | 'file' | 'audio' | 'video'

export interface Saying {
  /** Who is mentioned besides the robot, in this order. DingTalk cuts their names out of the text. */
  mention?: string[]
  msgtype?: Spoken
  /** A file, a picture or a sound: its name and bytes, and where it lies if not on the server. */
  file?: { name: string; bytes: Uint8Array; url?: string }
}

/** Mentions the robot in a group, or says it where somebody is alone with the robot. */
export const say = (
  stage: Stage,
  userId: string,
  conversationId: string,
  text: string,
  options: Saying = {},
): Promise<Outcome> => speak(stage, userId, conversationOf(stage.world, conversationId), text, options)

/** Writes to the robot alone. */
export const direct = (stage: Stage, userId: string, text: string, options: Saying = {}): Promise<Outcome> =>
  speak(stage, userId, directOf(stage.world, userId), text, options)

/** The month's messages of the organisation are used up: the text does not come through. */
export function overQuota(stage: Stage, userId: string, conversationId?: string): Promise<Outcome> {
  const { world } = stage
  const place = conversationId ? conversationOf(world, conversationId) : directOf(world, userId)
  const message = envelope(stage, personOf(world, userId), place, [])
  const error = { errorCode: 20001, errorMessage: '企业当月Webhook&Stream消息量已用完' }
  return stage.gateway.deliver(
    makeDelivery('CALLBACK', topics.robot, { ...message, msgtype: 'text', ...error }),
  )
}

/** Something happened in the organisation. @param type e.g. `user_leave_org` */
export function event(stage: Stage, type: string, data: Json): Promise<Outcome> {
  const headers = {
    eventType: type,
    eventId: randomUUID(),
    eventCorpId: stage.world.options.corpId,
    eventBornTime: String(Date.now()),
    eventUnifiedAppId: randomUUID(),
  }
  return stage.gateway.deliver(makeDelivery('EVENT', topics.event, data, headers))
}

function speak(
  stage: Stage,
  userId: string,
  place: Conversation,
  text: string,
  { mention = [], msgtype = 'text', file }: Saying,
): Promise<Outcome> {
  const { world } = stage
  const person = personOf(world, userId)
  if (!place.members.has(userId)) throw new Error(`${userId} is not in ${place.id}`)
  if (!place.robot || place.gone) throw new Error(`the robot is not in ${place.id}`)
  const inGroup = place.kind === 'group'
  if (inGroup && ['audio', 'video', 'file'].includes(msgtype)) {
    throw new Error(`DingTalk tells no robot of ${msgtype} messages in groups`)
  }
  const mentioned = mention.map((id) => personOf(world, id))
  const words = inGroup ? ` ${withoutNames(text, mentioned)}` : text
  const message = {
    ...envelope(stage, person, place, mentioned),
    msgtype,
    ...contents(stage, msgtype, words, file),
  }
  return stage.gateway.deliver(makeDelivery('CALLBACK', topics.robot, message))
}

const withoutNames = (text: string, mentioned: Person[]): string =>
  mentioned.reduce((rest, { name }) => rest.replaceAll(`@${name}`, ''), text)

function contents({ world }: Stage, msgtype: Spoken, text: string, file?: Saying['file']): Json {
  if (msgtype === 'text') return { text: { content: text } }
  const downloadCode = world.id('dc')
  const { name = 'file', bytes = Buffer.from(''), url } = file ?? {}
  world.media.set(downloadCode, { type: msgtype, name, bytes: Buffer.from(bytes), url })
  const content: Record<Exclude<Spoken, 'text'>, Json> = {
    picture: { downloadCode, pictureDownloadCode: downloadCode },
    richText: { richText: [{ text }, { downloadCode, type: 'picture' }] },
    file: { downloadCode, fileName: name, fileId: '1', spaceId: '1' },
    audio: { downloadCode, duration: 4000, recognition: text },
    video: { downloadCode, duration: 4000, videoType: 'mp4' },
  }
  return { content: content[msgtype] }
}
