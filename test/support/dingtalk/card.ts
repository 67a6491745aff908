/** An interactive card: what everybody sees of it, what only some see, and how it came to be so. */
import { fromText, isJson, type Json } from '../slack/json.js'

export type Texts = Record<string, string>

export interface Button {
  label: string
  color: string | null
  /** Opens an address; nothing is told to the app. */
  url: string | null
  /** Tells the app. */
  request: boolean
  id: string | null
  params: Json
  disabled: boolean
}

export interface Change {
  /** `answer`: shown to one person in answer to their press. */
  how: 'created' | 'updated' | 'answer'
  /** Milliseconds since 1970. */
  at: number
  /** What stood there from then on. */
  data: Texts
  /** Of an answer: who saw it. */
  user?: string
}

export interface Card {
  outTrackId: string
  template: string
  /** The public cardParamMap. */
  data: Texts
  /** By user id. */
  privateData: Record<string, Texts>
  /** What an answer to a press showed to the one who pressed, until the next update. */
  answers: Record<string, Texts>
  callbackType: string
  userIdType: number
  /** Space models by kind of space, e.g. `IM_GROUP`. */
  spaces: Record<string, Json>
  /** Conversations in which it stands. */
  places: string[]
  history: Change[]
  /** Buttons as everybody sees them now. */
  readonly buttons: Button[]
  /** What one person sees. */
  seenBy(userId: string): Texts
}

export type CardSpec = Pick<
  Card,
  'outTrackId' | 'template' | 'data' | 'privateData' | 'callbackType' | 'userIdType' | 'spaces'
>

export function makeCard(spec: CardSpec): Card {
  const card: Card = {
    ...spec,
    answers: {},
    places: [],
    history: [{ how: 'created', at: Date.now(), data: spec.data }],
    get buttons() {
      return buttonsOf(card.data)
    },
    seenBy: (userId) => ({ ...(card.answers[userId] ?? card.data), ...card.privateData[userId] }),
  }
  return card
}

/** The buttons in `sys_full_json_obj` of the public template, or in `btns` of a button list. */
export function buttonsOf(data: Texts): Button[] {
  const whole = fromText(data.sys_full_json_obj ?? '{}')
  const msgButtons = isJson(whole) && Array.isArray(whole.msgButtons) ? whole.msgButtons : []
  const listed = fromText(data.btns ?? '[]')
  const btns = Array.isArray(listed) ? listed : []
  return [...msgButtons.filter(isJson).map(simple), ...btns.filter(isJson).map(fromList)]
}

const words = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const object = (value: unknown): Json => (isJson(value) ? value : {})

const simple = (button: Json): Button => ({
  label: words(button.text) ?? '',
  color: words(button.color),
  url: words(button.url),
  request: button.request === true,
  id: words(button.id),
  params: object(button.params),
  disabled: false,
})

const fromList = (button: Json): Button => {
  const event = object(button.event)
  const { actionId, params, ...rest } = object(event.params)
  return {
    label: words(button.text) ?? '',
    color: words(button.color),
    url: event.type === 'openLink' ? words(rest.url) : null,
    request: event.type === 'sendCardRequest',
    id: words(actionId),
    params: object(params),
    disabled: button.status === 'disabled',
  }
}
