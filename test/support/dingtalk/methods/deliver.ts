/** Where cards are put: spaces, what each needs to be told, and what became of it at each place. */
import { isJson, type Json } from '../../slack/json.js'
import type { Card } from '../card.js'
import { cardMessage } from '../message.js'
import type { Conversation } from '../organisation.js'
import { refusal } from '../trouble.js'
import { directOf, type World } from '../world.js'
import { type Context, forbid, onlyKnown, text } from './method.js'
import { checkRobot } from './robot.js'

const models = { IM_GROUP: 'imGroupOpenSpaceModel', IM_ROBOT: 'imRobotOpenSpaceModel' } as const
const delivering = { IM_GROUP: 'imGroupOpenDeliverModel', IM_ROBOT: 'imRobotOpenDeliverModel' } as const
type Kind = keyof typeof models
const kinds = Object.keys(models) as Kind[]

const spaceFields = ['supportForward', 'lastMessageI18n', 'searchSupport', 'notification']
const deliverFields = {
  IM_GROUP: ['robotCode', 'atUserIds', 'recipients', 'extension'],
  IM_ROBOT: ['robotCode', 'spaceType', 'extension'],
}

/** @returns what a new card was told of each kind of space. @throws Refusal */
export function spaceModels(context: Context): Record<string, Json> {
  const given = kinds.flatMap((kind) => {
    const model = context.body[models[kind]]
    return isJson(model) ? [[kind, model] as const] : []
  })
  for (const [kind, model] of given) {
    onlyKnown(context, models[kind], model, spaceFields)
    if (typeof model.supportForward === 'boolean') continue
    forbid(context, refusal(400, 'param.openSpaceModelInvalid'), `${models[kind]} without supportForward`)
  }
  return Object.fromEntries(given)
}

/** @returns one result for each space. @throws Refusal */
export function deliver(context: Context, card: Card): Json[] {
  const id = text(context, 'openSpaceId')
  const spaces = /^dtv1\.card\/\/(.+)$/.exec(id)?.[1]?.split(';').filter(Boolean) ?? []
  const parsed = spaces.map((space) => /^(\w+)\.(.+)$/.exec(space))
  if (parsed.length === 0 || id.length > 1000) return wrongSpace(context, id)
  const places = parsed.map((found) => {
    const kind = kinds.find((one) => one === found?.[1]?.toUpperCase())
    return kind ? { kind, id: found?.[2] ?? '' } : wrongSpace(context, id)
  })
  for (const { kind } of places) checkModels(context, card, kind)
  return places.map(({ kind, id: place }) => putInto(context, card, kind, place))
}

const wrongSpace = (context: Context, id: string): never =>
  forbid(context, refusal(400, 'param.openSpaceIdInvalid'), `openSpaceId ${id} is none`)

/** @throws Refusal */
function checkModels(context: Context, card: Card, kind: Kind): void {
  const model = context.body[delivering[kind]]
  if (!card.spaces[kind]) {
    forbid(context, refusal(400, 'param.openSpaceModelEmpty'), `${kind} without ${models[kind]}`)
  }
  const missing = refusal(400, 'param.openDeliverModelEmpty')
  if (!isJson(model)) throw forbid(context, missing, `${kind} without ${delivering[kind]}`)
  onlyKnown(context, delivering[kind], model, deliverFields[kind])
  checkRobot(context, model)
  if (kind === 'IM_ROBOT' && model.spaceType !== 'IM_ROBOT') {
    forbid(context, refusal(400, 'param.invalid'), 'imRobotOpenDeliverModel without spaceType IM_ROBOT')
  }
}

function putInto(context: Context, card: Card, spaceType: Kind, spaceId: string): Json {
  const { world, fault, body } = context
  const place = placeOf(world, spaceType, spaceId)
  const failed = fault?.kind === 'deliverFailed' && (fault.message ?? 'deliver failed')
  const errorMsg = failed || (typeof place === 'string' ? place : '')
  if (errorMsg || typeof place === 'string') {
    return { spaceType, spaceId, success: false, carrierId: '', errorMsg }
  }
  const carrierId = world.id('pqk')
  const model = body[delivering[spaceType]]
  const at = isJson(model) && isJson(model.atUserIds) ? Object.keys(model.atUserIds) : []
  for (const id of at)
    if (!place.members.has(id) && id !== '@ALL') context.violate(`atUserIds: ${id} is not there`)
  if (world.options.showsTwice || !card.places.includes(place.id)) {
    card.places.push(place.id)
    place.messages.push(cardMessage(card, place.id, at, carrierId))
  }
  return { spaceType, spaceId, success: true, carrierId, errorMsg: '' }
}

/** @returns the conversation, or why there is none. */
function placeOf(world: World, kind: Kind, id: string): Conversation | string {
  if (kind === 'IM_ROBOT') {
    const person = world.people.get(id)
    return person && !person.outside ? directOf(world, id) : 'userId not exist'
  }
  const group = world.conversations.get(id)
  if (group?.kind !== 'group') return 'openConversationId not exist'
  if (group.gone) return 'group disbanded'
  return group.robot ? group : 'robot is not in the group'
}
