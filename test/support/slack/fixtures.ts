/** The recorded payloads, one per kind: everything the server sends starts as a copy of one of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from './json.js'

export const kinds = [
  'slash-command',
  'app-mention',
  'app-mention-thread',
  'message-im',
  'block-actions-message',
  'block-actions-ephemeral',
  'block-actions-home',
  'view-submission',
  'view-closed',
  'message-action',
  'shortcut',
  'app-home-opened',
  'user-change',
  'member-joined-channel',
  'channel-archive',
  'app-uninstalled',
  'tokens-revoked',
  'hello',
  'disconnect',
] as const

export type Kind = (typeof kinds)[number]

const folder = join(import.meta.dirname, '../../fixtures/slack')

/** @returns a fresh copy of the recorded payload, free to be changed. */
export const fixture = (kind: Kind): Json => JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8'))
