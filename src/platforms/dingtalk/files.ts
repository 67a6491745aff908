/** Files of a card: uploaded, and sent behind it; pictures so that they are seen at once. */
import { filesOf } from '../../kit/card.js'
import type { Post } from '../../kit/platform.js'
import { plainText } from '../../kit/text.js'
import type { Api } from './api.js'
import type { Host } from './host.js'
import { uploadMedia } from './pictures.js'
import { fileTypeOf, fileTypes, type Robot } from './robot.js'

export interface Files {
  /** Sends what the card of `post` carries; what cannot be sent is said, and may be asked for again. */
  send(post: Post): Promise<void>
}

export const createFiles = (host: Host, api: Api, robot: Robot): Files => {
  const sendOne = async (
    { to, language }: Post,
    { name, of }: ReturnType<typeof filesOf>[number],
  ): Promise<void> => {
    const say = (key: 'dingtalk.fileType' | 'dingtalk.fileFailed') => {
      const words = plainText(host.translator(language)(key, { name }))
      return robot.markdown(to, name, words)
    }
    const image = fileTypeOf(name) === 'png'
    if (!image && !fileTypes.includes(fileTypeOf(name))) return void (await say('dingtalk.fileType'))
    try {
      const data = await host.file(of, language)
      if (!data) return
      if (image) await robot.image(to, await uploadMedia(api, 'image', name, data))
      else await robot.file(to, await uploadMedia(api, 'file', name, data), name)
    } catch (error) {
      host.log.warn({ err: error }, 'a file could not be sent')
      await say('dingtalk.fileFailed').catch(() => undefined)
    }
  }
  return {
    async send(post) {
      for (const file of filesOf(post.card)) await sendOne(post, file)
    },
  }
}
