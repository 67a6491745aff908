/** Slack's ids in our store carry their workspace: `T1/U2`, `T1/C3`; a message is its channel and time stamp. */
import type { Address } from '../../kit/address.js'

export interface Scoped {
  workspace: string
  /** Slack's own id of the user or channel. */
  id: string
}

export const scoped = (workspace: string, id: string): string => `${workspace}/${id}`

export const unscoped = (text: string): Scoped => {
  const slash = text.indexOf('/')
  return { workspace: text.slice(0, Math.max(slash, 0)), id: text.slice(slash + 1) }
}

/** The workspace a message to `address` belongs to. */
export const workspaceOf = ({ channel, account }: Address): string =>
  unscoped(channel ?? account ?? '').workspace

export const messageId = (channel: string, ts: string): string => `${channel} ${ts}`

export const messageOf = (id: string): { channel: string; ts: string } => {
  const [channel = '', ts = ''] = id.split(' ')
  return { channel, ts }
}
