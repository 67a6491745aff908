/** The two doors: an access token for calls, and a ticket for a Stream connection. */
import { isJson, type Json } from '../../slack/json.js'
import { refusal } from '../trouble.js'
import type { Call, World } from '../world.js'
import { type Context, forbid, type Methods, onlyKnown, Refusal, text } from './method.js'

const wrongApp = refusal(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret')
const authFailed = refusal(401, 'authFailed', '鉴权失败')
const second = 1000
export const opening = '/v1.0/gateway/connections/open'

export const gateway: Methods = {
  'POST /v1.0/oauth2/accessToken': {
    token: 'none',
    run(context) {
      const { world } = context
      const [key, secret] = [text(context, 'appKey'), text(context, 'appSecret')]
      const { clientId, clientSecret, tokenLifeS } = world.options
      if (key !== clientId || secret !== clientSecret) throw new Refusal(wrongApp)
      const now = Date.now()
      if (!world.token || world.token.expiresAt <= now) {
        world.token = { value: world.id('at'), expiresAt: now + tokenLifeS * second }
      }
      const expireIn = Math.ceil((world.token.expiresAt - now) / second)
      return { accessToken: world.token.value, expireIn }
    },
  },
  [`POST ${opening}`]: {
    token: 'none',
    run(context) {
      const { world, body } = context
      onlyKnown(context, 'connections/open', body, [
        'clientId',
        'clientSecret',
        'subscriptions',
        'ua',
        'localIp',
      ])
      const { clientId, clientSecret } = world.options
      if (text(context, 'clientId') !== clientId || text(context, 'clientSecret') !== clientSecret) {
        throw new Refusal(authFailed)
      }
      const topics = subscribed(context)
      // Real tickets hold characters that mean something in an address.
      const ticket = `${world.id('')}+/=&%20${world.id('')}==`
      world.tickets.set(ticket, { at: Date.now(), used: false, topics })
      return { endpoint: `${world.origin.replace(/^http/, 'ws')}/connect`, ticket }
    },
  },
}

/** Counts connections asked for, whatever they are answered: too many at once are a storm. */
export function noteStorm({ calls, options, violations }: World, { at, path }: Call): void {
  if (path !== opening) return
  const recent = calls.filter((call) => call.path === path && call.at > at - second).length
  if (recent > options.opensPerSecond) violations.push(`asked for ${recent} connections within a second`)
}

function subscribed(context: Context): Set<string> {
  const { subscriptions } = context.body
  const list = Array.isArray(subscriptions) ? subscriptions.filter(isJson) : []
  const topics = list.filter(isSubscription).map(({ type, topic }) => `${type} ${topic}`)
  if (topics.length === 0 || topics.length !== list.length) {
    return forbid(context, refusal(400, 'invalidParameter.subscriptions'), 'subscriptions do not fit')
  }
  if (new Set(topics).size < topics.length) context.violate('subscribed to a topic twice')
  return new Set(topics)
}

const isSubscription = ({ type, topic }: Json) =>
  ['EVENT', 'CALLBACK', 'SYSTEM'].includes(String(type)) && typeof topic === 'string' && topic !== ''
