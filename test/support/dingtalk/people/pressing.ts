/** Buttons pressed on cards, and what the answer shows to the one who pressed. */
import { isJson, type Json } from '../../slack/json.js'
import { type Button, buttonsOf, type Card, type Texts } from '../card.js'
import { makeDelivery, type Outcome, topics } from '../gateway/delivery.js'
import { mistakes, wrongTexts } from '../methods/card-data.js'
import type { Behaviour } from '../options.js'
import { conversationOf, personOf, type World } from '../world.js'
import type { Stage } from './stage.js'

export interface Pressing {
  /** In which way the identity of the button comes back. */
  style?: Behaviour['pressStyle']
  /** Where the card was pressed; where it was put first unless said otherwise. */
  in?: string
}

export interface Pressed extends Outcome {
  /** The public data the answer carries; null where it carries none. */
  shown: Texts | null
}

/** @param label of a button as this person sees it */
export async function press(
  stage: Stage,
  userId: string,
  which: Card | string,
  label: string,
  options: Pressing = {},
): Promise<Pressed> {
  const card = cardOf(stage.world, which)
  const callback = callbackOf(stage, userId, card, buttonOf(card, userId, label), options)
  const outcome = await stage.gateway.deliver(makeDelivery('CALLBACK', topics.card, callback))
  return { ...outcome, shown: outcome.ok ? show(stage.world, card, userId, outcome.data?.response) : null }
}

/** Two presses so fast that neither waits for the other; each is a callback of its own. */
export const pressTwice = (
  stage: Stage,
  userId: string,
  which: Card | string,
  label: string,
  options: Pressing = {},
): Promise<[Pressed, Pressed]> =>
  Promise.all([press(stage, userId, which, label, options), press(stage, userId, which, label, options)])

function cardOf({ cards }: World, which: Card | string): Card {
  const card = typeof which === 'string' ? cards.get(which) : which
  if (!card) throw new Error(`there is no card ${which}`)
  return card
}

/** @throws Error where it cannot be pressed, or where nobody could say which one is meant. */
function buttonOf(card: Card, userId: string, label: string): Button {
  const all = buttonsOf(card.seenBy(userId))
  const found = all.filter((button) => button.label === label)
  const [first] = found
  if (!first || found.length > 1) {
    throw new Error(
      `${found.length} buttons say "${label}"; there are: ${all.map((one) => one.label).join(', ')}`,
    )
  }
  if (!first.request || first.disabled) throw new Error(`the button "${label}" tells the app nothing`)
  return first
}

function callbackOf(stage: Stage, userId: string, card: Card, button: Button, options: Pressing): Json {
  const { world } = stage
  const place = conversationOf(world, options.in ?? card.places[0] ?? '')
  if (!place.members.has(userId)) throw new Error(`${userId} is not in ${place.id}`)
  if (card.callbackType !== 'STREAM') throw new Error('this card tells nobody of presses')
  personOf(world, userId)
  return {
    type: 'actionCallback',
    outTrackId: card.outTrackId,
    corpId: world.options.corpId,
    userId,
    userIdType: card.userIdType,
    spaceType: place.kind === 'group' ? 'IM_GROUP' : 'IM_ROBOT',
    spaceId: place.kind === 'group' ? place.id : userId,
    extension: '{}',
    content: JSON.stringify(identities[options.style ?? world.options.pressStyle](button)),
  }
}

/** Three servers, three places in which the button says who it is. */
const identities: Record<Behaviour['pressStyle'], (button: Button) => Json> = {
  actionIds: ({ id }) => ({ cardPrivateData: { actionIds: [id], params: {} } }),
  paramsId: ({ id }) => ({ cardPrivateData: { actionIds: [], params: { id } } }),
  ownParams: ({ params }) => ({ cardPrivateData: JSON.stringify({ params }) }),
}

/** Shows an answer to the one who pressed, and to nobody else. @returns its public data */
function show(world: World, card: Card, userId: string, response: unknown): Texts | null {
  if (!isJson(response)) return null
  const options: Json = isJson(response.cardUpdateOptions) ? response.cardUpdateOptions : {}
  const own = mapIn(world, response.userPrivateData)
  if (own) {
    const before = options.updatePrivateDataByKey === true ? card.privateData[userId] : {}
    card.privateData[userId] = { ...before, ...own }
  }
  const data = mapIn(world, response.cardData)
  if (!data) return null
  const whole = options.updateCardDataByKey === true ? { ...card.data, ...data } : data
  card.answers[userId] = whole
  card.history.push({ how: 'answer', at: Date.now(), data: whole, user: userId })
  return data
}

function mapIn(world: World, data: unknown): Texts | null {
  if (data === undefined) return null
  const map = isJson(data) ? data.cardParamMap : undefined
  const wrong = isJson(map) ? wrongTexts(map) : ['there is no cardParamMap']
  const all = wrong.length > 0 ? wrong : mistakes(map as Texts)
  for (const mistake of all) world.violations.push(`an answer to a press: ${mistake}`)
  return wrong.length > 0 ? null : (map as Texts)
}
