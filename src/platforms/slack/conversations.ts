/** Channels: the conversation with a person, and public channels the bot may join by itself. */

import type { Pace } from '../../kit/pace.js'
import { codeOf, deliveryError } from './errors.js'
import { rates } from './rates.js'
import type { Workspace } from './workspaces.js'

export interface Conversations {
  /** The channel of the conversation between a user and the bot. */
  directWith(workspace: Workspace, user: string): Promise<string>
  /** Makes `call`, and once more after joining when the bot is not in the channel. */
  joining<T>(workspace: Workspace, channel: string, call: () => Promise<T>): Promise<T>
}

export const createConversations = (pace: Pace): Conversations => {
  const direct = new Map<string, string>()
  return {
    async directWith({ id, web }, user) {
      const key = `${id}/${user}`
      const known = direct.get(key)
      if (known) return known
      const open = () => web.conversations.open({ users: user })
      const { channel } = await pace.run(`${id} conversations.open`, rates.tier3, open)
      // A message to the user's own id finds the same conversation.
      const found = channel?.id ?? user
      direct.set(key, found)
      return found
    },
    async joining({ id, web }, channel, call) {
      try {
        return await call()
      } catch (error) {
        if (codeOf(error) !== 'not_in_channel') throw error
        const join = () => web.conversations.join({ channel })
        // A private channel cannot be joined: then the first refusal is the one to report.
        const reported = (why: unknown) => Promise.reject(deliveryError(why).fault ? error : why)
        await pace.run(`${id} conversations.join`, rates.tier3, join).catch(reported)
        return call()
      }
    },
  }
}
