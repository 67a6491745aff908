/** What the robot says by itself: words and files, into a group or to one person. */
import type { Address } from '../../kit/address.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Api } from './api.js'
import { ApiError } from './errors.js'
import type { DingtalkSettings } from './host.js'
import type { Turns } from './turns.js'

export interface Robot {
  /** @returns the message's id @throws DeliveryError, or ApiError */
  markdown(to: Address, title: string, text: string): Promise<string>
  /** @param media of a file that was uploaded */
  file(to: Address, media: string, name: string): Promise<void>
  /** @param media of an image that was uploaded */
  image(to: Address, media: string): Promise<void>
}

/** The endings of files that DingTalk takes; `sampleFile` knows no others. */
export const fileTypes: readonly string[] = ['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']

export const fileTypeOf = (name: string): string => name.split('.').at(-1) ?? ''

interface Sent {
  processQueryKey?: string
  invalidStaffIdList?: string[]
  flowControlledStaffIdList?: string[]
}

/** DingTalk holds back what one person is sent too often. */
const flowControlMs = 60_000

export const createRobot = (api: Api, { clientId: robotCode }: DingtalkSettings, turns: Turns): Robot => {
  const toGroup = (openConversationId: string, msg: object) => {
    const body = { robotCode, openConversationId, ...msg }
    const call = () => api.call<Sent>('POST', '/v1.0/robot/groupMessages/send', body)
    return turns.take('group', call, openConversationId)
  }
  const toPerson = async (account: string, msg: object): Promise<Sent> => {
    const body = { robotCode, userIds: [account], ...msg }
    const call = () => api.call<Sent>('POST', '/v1.0/robot/oToMessages/batchSend', body)
    const sent = await turns.take('person', call)
    const { invalidStaffIdList = [], flowControlledStaffIdList = [] } = sent
    // DingTalk takes such a call: only its answer says that nobody got the message.
    if (invalidStaffIdList.includes(account)) throw new ApiError('staffIdInvalid', '', 200)
    if (flowControlledStaffIdList.includes(account)) {
      throw new DeliveryError('held back by DingTalk', flowControlMs, { unsent: true })
    }
    return sent
  }
  const send = ({ channel, account = '' }: Address, msgKey: string, param: object): Promise<Sent> => {
    const msg = { msgKey, msgParam: JSON.stringify(param) }
    return channel ? toGroup(channel, msg) : toPerson(account, msg)
  }
  return {
    async markdown(to, title, text) {
      const { processQueryKey = '' } = await send(to, 'sampleMarkdown', { title, text })
      return `text ${processQueryKey}`.trim()
    },
    async file(to, mediaId, fileName) {
      await send(to, 'sampleFile', { mediaId, fileName, fileType: fileTypeOf(fileName) })
    },
    async image(to, photoURL) {
      await send(to, 'sampleImageMsg', { photoURL })
    },
  }
}
