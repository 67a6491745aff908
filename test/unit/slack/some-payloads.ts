/** The recorded payloads, with changes, as deliveries. */
import type { Address } from '../../../src/kit/address.js'
import {
  fromAction,
  fromCommand,
  fromHome,
  fromMessage,
  fromShortcut,
  fromView,
} from '../../../src/platforms/slack/incoming.js'
import type {
  ActionBody,
  CommandBody,
  EventBody,
  MessageEvent,
  ShortcutBody,
  ViewBody,
} from '../../../src/platforms/slack/payloads.js'
import { fixture, type Kind } from '../../support/slack/fixtures.js'

export type Json = Record<string, unknown>
export const recorded = <Body>(kind: Kind, changes: Json = {}): Body =>
  ({ ...fixture(kind), ...changes }) as Body

export const approve = { command: 'approve', args: { approval: 'A-1' } }
const context = {
  command: 'reject',
  hidden: { approval: 'A-1' },
  place: { platform: 'slack' as const, channel: 'T0001/C0001' },
}
export const command = (changes: Json = {}) =>
  fromCommand(recorded<CommandBody>('slash-command', changes), 'T0001')
export const click = (kind: Kind, changes: Json = {}) =>
  fromAction(recorded<ActionBody>(kind, changes), 'T0001', approve)
export const message = (kind: Kind, event: Json = {}, changes: Json = {}) => {
  const body = recorded<EventBody<MessageEvent>>(kind, changes)
  return fromMessage({ ...body, event: { ...body.event, ...event } }, 'T0001')
}
export const home = (changes: Json = {}) =>
  fromHome(recorded<EventBody<{ type: string; user: string }>>('app-home-opened', changes), 'T0001')
export const view = (changes: Json = {}) =>
  fromView(recorded<ViewBody>('view-submission', changes), 'T0001', context)
export const shortcut = (kind: Kind, callback_id: string, changes: Json = {}) =>
  fromShortcut(recorded<ShortcutBody>(kind, { callback_id, ...changes }), 'T0001')

export const inChannel: Address = { platform: 'slack', channel: 'T0001/C0001' }
export const alone: Address = { platform: 'slack', account: 'T0001/U0001' }
