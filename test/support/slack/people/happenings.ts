/** What happens in a workspace and is told to the app: home tabs opened, people and channels changed, the app removed. */
import type { Json } from '../json.js'
import { viewOnWire } from '../message.js'
import type { Answer } from '../transport.js'
import { changeUser } from '../user.js'
import { directChannel } from '../workspace.js'
import { channelOf, event, type Stage, userOf } from './stage.js'

export function openHome(stage: Stage, id: string, tab: 'home' | 'messages' = 'home'): Promise<Answer> {
  const home = stage.workspace.homes.get(userOf(stage, id).id)
  const channel = directChannel(stage.workspace, id).id
  const delivery = event(stage, 'app-home-opened', { user: id, channel, tab })
  const { view: _recorded, ...fields } = delivery.payload.event as Json
  delivery.payload.event = { ...fields, ...(home && tab === 'home' && { view: viewOnWire(home) }) }
  return stage.transport.deliver(delivery)
}

/** @param fields of users.info, e.g. `{deleted: true}`, `{tz: 'Asia/Taipei'}`, `{profile: {email}}` */
export function userChange(stage: Stage, id: string, fields: Json): Promise<Answer> {
  const { users } = stage.workspace
  const before = users.get(id)
  if (!before) throw new Error(`there is no user ${id}`)
  const now = Math.floor(stage.world.clock.now() / 1000)
  const user = changeUser(before, { ...fields, updated: now })
  users.set(id, user)
  return stage.transport.deliver(event(stage, 'user-change', { user, cache_ts: now }))
}

/** Somebody, or the bot itself, comes into a channel. */
export function memberJoined(stage: Stage, id: string, place: string, inviter?: string): Promise<Answer> {
  const channel = channelOf(stage, place)
  channel.members.add(id)
  const delivery = event(stage, 'member-joined-channel', {
    user: id,
    channel: place,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: stage.workspace.id,
  })
  const { inviter: _recorded, ...fields } = delivery.payload.event as Json
  delivery.payload.event = { ...fields, ...(inviter && { inviter }) }
  return stage.transport.deliver(delivery)
}

export function channelArchive(stage: Stage, id: string, place: string): Promise<Answer> {
  channelOf(stage, place).archived = true
  return stage.transport.deliver(
    event(stage, 'channel-archive', { channel: place, user: userOf(stage, id).id }),
  )
}

/** From now on the token is `account_inactive`. */
export function appUninstalled(stage: Stage): Promise<Answer> {
  stage.workspace.standing = 'account_inactive'
  return stage.transport.deliver(event(stage, 'app-uninstalled', {}))
}

/** From now on the token is `token_revoked`. */
export function tokensRevoked(stage: Stage): Promise<Answer> {
  const { bot } = stage.workspace
  stage.workspace.standing = 'token_revoked'
  return stage.transport.deliver(event(stage, 'tokens-revoked', { tokens: { oauth: [], bot: [bot.user] } }))
}
