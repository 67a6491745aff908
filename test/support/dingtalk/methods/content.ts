/** What messages may say: the kinds of the robot API and of session webhooks, and what no phone shows. */
import { isJson, type Json } from '../../slack/json.js'

/** Fields by msgKey; each is a text and has to be there. */
const msgKeys: Record<string, readonly string[]> = {
  sampleText: ['content'],
  sampleMarkdown: ['title', 'text'],
  sampleImageMsg: ['photoURL'],
  sampleLink: ['title', 'text', 'picUrl', 'messageUrl'],
  sampleActionCard: ['title', 'text', 'singleTitle', 'singleURL'],
  ...Object.fromEntries([2, 3, 4, 5].map((count) => [`sampleActionCard${count}`, buttons(count)])),
  sampleActionCard6: ['title', 'text', 'buttonTitle1', 'buttonUrl1', 'buttonTitle2', 'buttonUrl2'],
  sampleAudio: ['mediaId', 'duration'],
  sampleFile: ['mediaId', 'fileName', 'fileType'],
  sampleVideo: ['duration', 'videoMediaId', 'videoType', 'picMediaId'],
}

function buttons(count: number): string[] {
  const each = Array.from({ length: count }, (_, i) => [`actionTitle${i + 1}`, `actionURL${i + 1}`])
  return ['title', 'text', ...each.flat()]
}

const fileTypes = ['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']

export const isMsgKey = (key: string): boolean => key in msgKeys

/** @returns what is wrong with the fields of a message of the robot API. */
export function wrongParam(key: string, param: Json, known: (mediaId: string) => boolean): string[] {
  const fields = msgKeys[key] ?? []
  const missing = fields.filter((name) => typeof param[name] !== 'string' || param[name] === '')
  const stray = Object.keys(param).filter((name) => !fields.includes(name))
  const media = Object.values(param).filter((value) => typeof value === 'string' && value.startsWith('@l'))
  return [
    ...missing.map((name) => `${key} needs ${name} as a text`),
    ...stray.map((name) => `${key} has no field ${name}`),
    ...media.filter((id) => !known(String(id))).map((id) => `${id} was never uploaded`),
    ...(key === 'sampleFile' && !fileTypes.includes(String(param.fileType))
      ? [`a file of type ${param.fileType} cannot be sent`]
      : []),
    ...(key === 'sampleFile' && !String(param.mediaId).startsWith('@') ? ['mediaId is none'] : []),
    ...unshown(String(param.text ?? '')),
  ]
}

/** @returns what phones do not show of a markdown text. */
export function unshown(markdown: string): string[] {
  const table = /^[^\S\n]*\|?[^\S\n]*:?-{3,}:?[^\S\n]*\|/m.test(markdown)
  return table ? ['markdown with a table, which phones do not show'] : []
}

/** Fields by msgtype of a session webhook, in the part of the same name. */
const msgtypes: Record<string, readonly string[]> = {
  text: ['content'],
  markdown: ['title', 'text'],
  actionCard: ['title', 'text'],
  feedCard: [],
  link: ['title', 'text', 'messageUrl'],
  empty: [],
}

/** @returns the part that is shown, or what is wrong with the body of a session webhook. */
export function webhookPart(body: Json): { type: string; part: Json } | string {
  const type = String(body.msgtype)
  const fields = msgtypes[type]
  if (!fields) return `msgtype ${type} is unknown`
  const part = isJson(body[type]) ? body[type] : {}
  const missing = fields.filter((name) => typeof part[name] !== 'string' || part[name] === '')
  if (missing.length > 0) return `${type} needs ${missing.join(', ')}`
  const stray = Object.keys(body).filter((name) => !['msgtype', 'at', type].includes(name))
  return stray.length > 0 ? `a message has no field ${stray.join(', ')}` : { type, part }
}
