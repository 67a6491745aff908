/** How the server behaves; every option may be changed while it runs. */

/** A template with title, markdown, tips and buttons that everybody may use. */
export const markdownButton = '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema'

export interface Behaviour {
  clientId: string
  clientSecret: string
  corpId: string
  /** What the app may do; everything unless said otherwise. */
  scopes: string[]
  /** Ids of published templates. */
  templates: string[]
  /** Which messages come again: none, those without acknowledgement, or all. */
  redelivery: 'off' | 'unacked' | 'always'
  redeliverAfterMs: number
  /** Under the same `headers.messageId`. */
  redeliverSameId: boolean
  /** How often acknowledged messages come again with `always`. */
  repeats: number
  /** How often in all is tried before a message is given up. */
  attempts: number
  /** In which way the identity of a button comes back. */
  pressStyle: 'actionIds' | 'paramsId' | 'ownParams'
  /** How soon a press has to be answered. */
  answerWithinMs: number
  /** How long people wait for an acknowledgement before they give up. */
  patience: number
  /** How long a connection stays open in silence once it was told to go. */
  silenceMs: number
  ticketLifeMs: number
  webhookLifeMs: number
  tokenLifeS: number
  /** Calls of one address within a second. */
  qps: number
  /** More gateway calls within a second are a storm. */
  opensPerSecond: number
  /** Sends CONNECTED and REGISTERED, which not every server does. */
  greets: boolean
  /** 0: pings only on demand. */
  pingEveryMs: number
  /** Delivering a card again to where it stands shows it once more. */
  showsTwice: boolean
}

/** Every scope a method here asks for. */
export const allScopes = [
  'qyapi_robot_sendmsg',
  'Card.Instance.Write',
  'qyapi_base',
  'qyapi_get_member',
  'qyapi_get_member_by_mobile',
  'qyapi_addresslist_search',
]

export const defaults: Behaviour = {
  clientId: 'ding1',
  clientSecret: 'secret',
  corpId: 'dingcorp1',
  scopes: allScopes,
  templates: [markdownButton],
  redelivery: 'off',
  redeliverAfterMs: 500,
  redeliverSameId: true,
  repeats: 1,
  attempts: 100,
  pressStyle: 'actionIds',
  answerWithinMs: 2000,
  patience: 5000,
  silenceMs: 10_000,
  ticketLifeMs: 90_000,
  webhookLifeMs: 5_400_000,
  tokenLifeS: 7200,
  qps: 20,
  opensPerSecond: 5,
  greets: true,
  pingEveryMs: 0,
  showsTwice: false,
}
