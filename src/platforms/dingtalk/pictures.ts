/** Charts as uploaded pictures; each is drawn and uploaded once. */
import type { Card, Chart } from '../../kit/card.js'
import { hashOf } from '../../kit/hash.js'
import type { Language } from '../../kit/translate.js'
import type { Api } from './api.js'
import type { Host } from './host.js'

export interface Pictures {
  /** DingTalk's media id of each chart of a card; without a picture a chart is shown as text. */
  of(card: Card, language: Language): Promise<Map<Chart, string>>
}

const kept = 500

export const createPictures = (host: Host, api: Api): Pictures => {
  /** Cards drawn at the same time wait for the same upload. */
  const uploaded = new Map<string, Promise<string>>()

  const upload = async (chart: Chart, language: Language): Promise<string> => {
    const file = await host.picture(chart, language)
    return uploadMedia(api, 'image', 'chart.png', file)
  }
  const mediaOf = (chart: Chart, language: Language): Promise<string> => {
    const name = hashOf([chart, language])
    const known = uploaded.get(name)
    if (known) return known
    const media = upload(chart, language)
    uploaded.set(name, media)
    media.catch(() => uploaded.delete(name))
    if (uploaded.size > kept) uploaded.delete(uploaded.keys().next().value ?? '')
    return media
  }
  return {
    async of({ blocks }, language) {
      const media = new Map<Chart, string>()
      for (const chart of blocks) {
        if (chart.kind !== 'chart') continue
        try {
          media.set(chart, await mediaOf(chart, language))
        } catch (error) {
          host.log.warn({ err: error }, 'a chart could not be uploaded')
        }
      }
      return media
    },
  }
}

/** @returns the media id, good inside DingTalk for as long as it keeps it */
export const uploadMedia = async (
  api: Api,
  type: 'image' | 'file',
  name: string,
  data: Uint8Array,
): Promise<string> => {
  const form = new FormData()
  form.set('media', new Blob([data as Uint8Array<ArrayBuffer>]), name)
  const { media_id } = await api.old<{ media_id: string }>('/media/upload', form, 'counted', { type })
  return media_id
}
