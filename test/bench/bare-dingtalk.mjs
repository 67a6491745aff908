// A client of dingtalk-stream without a store, as small as it gets: what a press costs when nothing is kept.
import { DWClient } from 'dingtalk-stream'

const url = process.env.DINGTALK_API_URL
const app = { clientId: process.env.DINGTALK_CLIENT_ID, clientSecret: process.env.DINGTALK_CLIENT_SECRET }
const headers = { accept: 'application/json', 'content-type': 'application/json' }
const ask = async (method, address, body, token = {}) => {
  const init = { method, headers: { ...headers, ...token }, body: JSON.stringify(body) }
  return (await fetch(address, init)).json()
}
const { clientId: appKey, clientSecret: appSecret } = app
const { accessToken } = await ask('POST', `${url}/v1.0/oauth2/accessToken`, { appKey, appSecret })
const token = { 'x-acs-dingtalk-access-token': accessToken }

const id = 'db1:press'
const buttons = [{ text: '进行中', color: 'blue', request: true, id, params: { id } }]
const cardParamMap = {
  title: 'card',
  markdown: 'card',
  tips: '',
  sys_full_json_obj: JSON.stringify({ msgButtons: buttons }),
}
const cardData = { cardParamMap }
const model = { supportForward: false }

/** The SDK knows one gateway only, and speaks of all it does. */
class Client extends DWClient {
  async getEndpoint() {
    const { clientId, clientSecret, subscriptions } = this.config
    const body = { clientId, clientSecret, subscriptions, ua: '', localIp: '' }
    const { endpoint, ticket } = await ask('POST', `${url}/v1.0/gateway/connections/open`, body)
    this.dw_url = `${endpoint}?ticket=${encodeURIComponent(ticket)}`
    return this
  }
}
console.info = () => {}
console.warn = () => {}
const client = new Client({ ...app, autoReconnect: false })
client.registerCallbackListener('/v1.0/im/bot/messages/get', ({ headers, data }) => {
  client.send(headers.messageId, { response: null })
  const { senderStaffId, sessionWebhook, text } = JSON.parse(data)
  if (text.content !== 'card') {
    return ask('POST', sessionWebhook, { msgtype: 'markdown', markdown: { title: 'answer', text: 'answer' } })
  }
  return ask(
    'POST',
    `${url}/v1.0/card/instances/createAndDeliver`,
    {
      cardTemplateId: '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema',
      outTrackId: 'bare',
      userIdType: 1,
      callbackType: 'STREAM',
      cardData,
      openSpaceId: `dtv1.card//IM_ROBOT.${senderStaffId}`,
      imRobotOpenSpaceModel: model,
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode: appKey },
    },
    token,
  )
})
client.registerCallbackListener('/v1.0/card/instances/callback', ({ headers, data }) => {
  const { outTrackId } = JSON.parse(data)
  client.send(headers.messageId, { response: { cardUpdateOptions: { updateCardDataByKey: true }, cardData } })
  return ask('PUT', `${url}/v1.0/card/instances`, { outTrackId, userIdType: 1, cardData }, token)
})
await client.connect()
process.stdout.write('ready\n')
