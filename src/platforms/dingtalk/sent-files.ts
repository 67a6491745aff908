/** Files that people send to the robot: a code that DingTalk changes into an address, good for a short while. */
import { again } from '../../kit/again.js'
import { download } from '../../kit/download.js'
import type { FetchedFile, SentFile } from '../../kit/sent-file.js'
import { FileError } from '../../kit/sent-file.js'
import type { Api } from './api.js'
import { ApiError, deliveryError, isPassing, silenceIn } from './errors.js'
import type { DingtalkSettings } from './host.js'
import type { RobotMessage } from './payloads.js'

/** In groups DingTalk passes on pictures, but no files. Sounds are told as words, and no file here. */
export const sentIn = ({ msgtype, content }: RobotMessage): SentFile[] => {
  const { fileName = '', downloadCode, pictureDownloadCode, richText = [] } = content ?? {}
  const ref = downloadCode ?? pictureDownloadCode
  if (msgtype === 'file' && ref) return [{ name: fileName, ref }]
  if (msgtype === 'picture' && ref) return [{ name: '', type: 'image/*', ref }]
  if (msgtype === 'video' && ref) return [{ name: '', type: 'video/*', ref }]
  if (msgtype !== 'richText') return []
  const codes = richText.map((part) => part.downloadCode ?? part.pictureDownloadCode)
  return codes.flatMap((code) => (code ? [{ name: '', type: 'image/*', ref: code }] : []))
}

const firstPauseMs = 500

const faultOf = (error: unknown): FileError => {
  if (!(error instanceof ApiError) || isPassing(error) || silenceIn(error) !== null)
    return new FileError('silent', '', { cause: error })
  const { fault, detail } = deliveryError(error)
  if (fault === 'scope') return new FileError('scope', error.scopes.join(', ') || detail, { cause: error })
  if (fault === 'access') return new FileError('denied', error.code, { cause: error })
  return new FileError(fault === 'quota' ? 'silent' : 'gone', error.code, { cause: error })
}

const waitAfter = (error: unknown, attempt: number): number | null => {
  const usual = firstPauseMs * 4 ** (attempt - 1)
  if (!(error instanceof ApiError)) return usual
  const silence = silenceIn(error)
  if (silence !== null) return silence <= 5000 ? silence : null
  return isPassing(error) ? usual : null
}

/** Where DingTalk keeps files; nothing is fetched from anywhere else, whatever an answer says. */
const keepers = ['dingtalk.com', 'aliyuncs.com', 'alicdn.com']

/** @param apiUrl stands for all of DingTalk's addresses where it is set */
export const isKept = (apiUrl: string | undefined) => {
  const own = apiUrl === undefined ? null : new URL(apiUrl)
  return ({ protocol, host, hostname, port, username }: URL): boolean => {
    if (own && protocol === own.protocol && host === own.host) return true
    const isKeeper = keepers.some((one) => hostname.endsWith(`.${one}`))
    return protocol === 'https:' && port === '' && username === '' && isKeeper
  }
}

export const createFetch = (api: Api, { clientId: robotCode, apiUrl }: DingtalkSettings) => {
  const trusts = isKept(apiUrl)
  const addressOf = async (downloadCode: string): Promise<string> => {
    const body = { downloadCode, robotCode }
    const ask = () => api.call<{ downloadUrl?: string }>('POST', '/v1.0/robot/messageFiles/download', body)
    const { downloadUrl } = await again(ask, waitAfter).catch((error) => {
      throw faultOf(error)
    })
    if (!downloadUrl) throw new FileError('gone')
    // Some addresses still come without TLS; the same file lies there with it.
    const isTrusted = URL.canParse(downloadUrl) && trusts(new URL(downloadUrl))
    return isTrusted ? downloadUrl : downloadUrl.replace(/^http:/, 'https:')
  }
  return async (_account: string, { name, ref }: SentFile, most: number): Promise<FetchedFile> => ({
    name,
    bytes: await download({ url: await addressOf(ref), most, trusts }),
  })
}
