/** The refusals of the real servers, word for word as far as they are known. */
import { randomUUID } from 'node:crypto'
import type { Json } from '../slack/json.js'
import type { Fault } from './faults.js'

export interface Refused {
  kind: 'refused'
  status: number
  answer: Json
}

/** A refusal of api.dingtalk.com. */
export const refusal = (status: number, code: string, message = code, extra: Json = {}): Refused => ({
  kind: 'refused',
  status,
  answer: { code, message, requestid: randomUUID().toUpperCase(), ...extra },
})

/** A refusal of oapi.dingtalk.com, which answers everything with HTTP 200. */
export const errcode = (code: number, errmsg: string, extra: Json = {}): Refused => ({
  kind: 'refused',
  status: 200,
  answer: { errcode: code, errmsg, request_id: randomUUID().slice(0, 12), ...extra },
})

const denied = 'Forbidden.AccessDenied'

export const trouble = {
  /** A robot writes into one group too often. */
  tooFast: refusal(400, 'send.too.fast', '发送速度太快而限流'),
  qps: refusal(403, `${denied}.QpsLimitForAppkeyAndApi`, '应用调用该接口的QPS超过上限'),
  qpsOfAll: refusal(403, `${denied}.QpsLimitForApi`, '该接口的总QPS超过上限'),
  /** The month's calls of the organisation are used up. */
  quota: refusal(403, `${denied}.ApiCountLimitForOrg`, '企业当月API调用量已用完'),
  token: refusal(400, 'InvalidAuthentication', '不合法的access_token'),
  template: refusal(400, 'param.templateNotExist', '模板不存在'),
  unpublished: refusal(400, 'param.templateUnpublished', '模板未发布'),
  unsafe: refusal(400, 'param.contentUnsafe', '卡片数据不能通过安全审查'),
  disbanded: refusal(400, 'group.disbanded', '群已解散'),
  stopped: refusal(400, 'bot.stopped', '机器人已停用'),
  busy: refusal(500, 'system.busy', '系统繁忙'),
  unavailable: refusal(503, 'ServiceUnavailable', '服务不可用'),
  scope: (scope: string): Refused =>
    refusal(403, `${denied}.AccessTokenPermissionDenied`, applyFor(scope), {
      accessdenieddetail: { requiredScopes: [scope] },
    }),
  oapi: {
    busy: errcode(-1, '系统繁忙'),
    token: errcode(40014, '不合法的access_token'),
    qps: errcode(88, 'ding talk error', { sub_code: '90018', sub_msg: '应用QPS超限' }),
    quota: errcode(90020, '企业当月API调用量已用完'),
    /** A session webhook that has ended before its time. */
    session: errcode(300001, 'session 不存在'),
    scope: (scope: string): Refused =>
      errcode(88, 'ding talk error', { sub_code: '60011', sub_msg: applyFor(scope) }),
  },
} satisfies Record<string, Fault | ((scope: string) => Fault) | Record<string, unknown>>

const applyFor = (scope: string): string =>
  `应用尚未开通所需的权限：[${scope}]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=ding1%23${scope}`
