/** A card as an app makes it, for tests of the server. */
import { markdownButton } from './options.js'

export const createAndDeliver = '/v1.0/card/instances/createAndDeliver'

/** A button that tells the app `db1:yes`. */
export const yes = {
  text: '通过',
  color: 'blue',
  request: true,
  id: 'db1:yes',
  params: { id: 'db1:yes' },
}

export const dataOf = (markdown: string, ...msgButtons: object[]) => ({
  cardParamMap: { title: '审批', markdown, tips: '', sys_full_json_obj: JSON.stringify({ msgButtons }) },
})

/** @param extra what is different about it */
export const someCard = (extra: object = {}) => ({
  cardTemplateId: markdownButton,
  outTrackId: 'c1',
  userIdType: 1,
  callbackType: 'STREAM',
  cardData: dataOf('请审批', yes),
  openSpaceId: 'dtv1.card//IM_GROUP.cid1==',
  imGroupOpenSpaceModel: { supportForward: false, lastMessageI18n: { ZH_CN: '审批' } },
  imGroupOpenDeliverModel: { robotCode: 'ding1', atUserIds: { u2: '王' } },
  ...extra,
})
