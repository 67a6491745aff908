/** Interactive cards: made, put into conversations, and changed where they stand. */
import { isJson, type Json } from '../../slack/json.js'
import { buttonsOf, type Card, makeCard, type Texts } from '../card.js'
import { refusal, trouble } from '../trouble.js'
import { paramMap, privateMaps } from './card-data.js'
import { deliver, spaceModels } from './deliver.js'
import { type Context, forbid, type Methods, onlyKnown, refuse, text } from './method.js'

const scope = 'Card.Instance.Write'
const making = ['cardTemplateId', 'outTrackId', 'userId', 'userIdType', 'callbackType', 'callbackRouteKey']
const content = ['cardData', 'privateData', 'openDynamicDataConfig']
const space = ['imGroupOpenSpaceModel', 'imRobotOpenSpaceModel']
const delivery = ['openSpaceId', 'imGroupOpenDeliverModel', 'imRobotOpenDeliverModel']

export const cards: Methods = {
  'POST /v1.0/card/instances': {
    token: 'header',
    scope,
    run(context) {
      onlyKnown(context, 'a card', context.body, [...making, ...content, ...space])
      if (known(context)) refuse(refusal(400, 'param.cardAlreadyExist', '卡片已经存在'))
      return { success: true, result: make(context).outTrackId }
    },
  },
  'POST /v1.0/card/instances/deliver': {
    token: 'header',
    scope,
    run(context) {
      onlyKnown(context, 'a delivery', context.body, ['outTrackId', 'userIdType', ...delivery])
      const card = known(context) ?? refuse(refusal(400, 'param.cardNotExist', '卡片不存在'))
      return { success: true, result: deliver(context, card) }
    },
  },
  'POST /v1.0/card/instances/createAndDeliver': {
    token: 'header',
    scope,
    run(context) {
      onlyKnown(context, 'a card', context.body, [...making, ...content, ...space, ...delivery])
      const card = known(context) ?? make(context)
      const deliverResults = deliver(context, card)
      return { success: true, result: { outTrackId: card.outTrackId, deliverResults } }
    },
  },
  'PUT /v1.0/card/instances': {
    token: 'header',
    scope,
    run(context) {
      const fields = ['outTrackId', 'userIdType', 'cardData', 'privateData', 'cardUpdateOptions']
      onlyKnown(context, 'an update', context.body, fields)
      const card = known(context) ?? refuse(refusal(400, 'param.cardNotExist', '卡片不存在'))
      update(context, card)
      return { success: true, result: true }
    },
  },
}

function known(context: Context): Card | undefined {
  const id = text(context, 'outTrackId')
  if (id.length > 100)
    forbid(context, refusal(400, 'param.invalid'), 'outTrackId has more than 100 characters')
  return context.world.cards.get(id)
}

/** @throws Refusal */
function make(context: Context): Card {
  const { world, body, violate } = context
  const template = text(context, 'cardTemplateId')
  if (!world.options.templates.includes(template)) refuse(trouble.template)
  const data = paramMap(context, 'cardData', body.cardData)
  const callbackType = typeof body.callbackType === 'string' ? body.callbackType : ''
  const userIdType = typeof body.userIdType === 'number' ? body.userIdType : 1
  if (callbackType !== 'STREAM') violate('a card without callbackType STREAM: no press will ever arrive')
  if (userIdType !== 1) violate('a card whose people are not named by userId')
  if (unanswerable(data)) violate('a button whose id is nowhere in its params')
  const card = makeCard({
    outTrackId: text(context, 'outTrackId'),
    template,
    data,
    privateData: privateMaps(context, body.privateData),
    callbackType,
    userIdType,
    spaces: spaceModels(context),
  })
  world.cards.set(card.outTrackId, card)
  return card
}

/** Which of both comes back is not the same everywhere. */
const unanswerable = (data: Texts): boolean =>
  buttonsOf(data).some(({ request, id, params }) => request && !JSON.stringify(params).includes(id ?? ''))

function update(context: Context, card: Card): void {
  const { world, body, violate } = context
  const options: Json = isJson(body.cardUpdateOptions) ? body.cardUpdateOptions : {}
  if ([...world.openPresses].some((press) => press.outTrackId === card.outTrackId && press.isOpen())) {
    violate('updated a card while a press on it was still unanswered')
  }
  if (body.cardData !== undefined) {
    const data = paramMap(context, 'cardData', body.cardData)
    card.data = options.updateCardDataByKey === true ? { ...card.data, ...data } : data
    card.answers = {}
    card.history.push({ how: 'updated', at: Date.now(), data: card.data })
  }
  if (body.privateData === undefined) return
  for (const [user, texts] of Object.entries(privateMaps(context, body.privateData))) {
    const before = options.updatePrivateDataByKey === true ? card.privateData[user] : {}
    card.privateData[user] = { ...before, ...texts }
  }
}
