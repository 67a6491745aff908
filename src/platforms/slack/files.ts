/** Files of a card: shared below it in its channel, or with one person alone. */
import { filesOf } from '../../kit/card.js'
import type { Post } from '../../kit/platform.js'
import { plainText } from '../../kit/text.js'
import type { Host } from './host.js'
import type { Workspace } from './workspaces.js'

/** Where a card was posted. */
export interface Posted {
  workspace: Workspace
  channel: string
  thread_ts?: string
}

/** Shares what the card of `post` carries; what cannot be shared is said, and may be asked for again. */
export const shareFiles = async (host: Host, post: Post, { workspace, ...place }: Posted): Promise<void> => {
  for (const { name, of } of filesOf(post.card)) {
    try {
      const data = await host.file(of, post.language)
      if (!data) continue
      const upload = { channel_id: place.channel, file: Buffer.from(data), filename: name, title: name }
      await workspace.web.files.uploadV2(place.thread_ts ? { ...upload, thread_ts: place.thread_ts } : upload)
    } catch (error) {
      host.log.warn({ err: error }, 'a file could not be shared')
      const text = plainText(host.translator(post.language)('slack.fileFailed', { name }))
      await workspace.web.chat.postMessage({ ...place, text }).catch(() => undefined)
    }
  }
}
