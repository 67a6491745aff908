/** Files: taken to be used in messages later, and handed out where somebody sent one to the robot. */
import { randomBytes } from 'node:crypto'
import { errcode, refusal } from '../trouble.js'
import { type Context, forbid, type Methods, Refusal, text } from './method.js'
import { checkRobot } from './robot.js'

const mega = 1024 * 1024
const most: Record<string, number> = { image: 20 * mega, file: 20 * mega, voice: 2 * mega, video: 20 * mega }

export const media: Methods = {
  'POST /media/upload': {
    token: 'query',
    takes: 'form',
    async run(context) {
      const form = await formOf(context)
      const type = context.query.type ?? form?.get('type')
      const file = form?.get('media')
      const limit = most[String(type)]
      if (!limit) return forbid(context, errcode(40004, '不合法的媒体文件类型'), `media of type ${type}`)
      if (!file || typeof file === 'string' || !file.name) {
        return forbid(context, errcode(40035, '缺少参数 media'), 'the form has no file named media')
      }
      const bytes = Buffer.from(await file.arrayBuffer())
      if (bytes.length === 0) throw new Refusal(errcode(40001, '文件为空'))
      if (bytes.length > limit) throw new Refusal(errcode(40006, '不合法的文件大小'))
      const media_id = `@l${randomBytes(16).toString('base64url')}`
      context.world.media.set(media_id, { type: String(type), name: file.name, bytes })
      return { errcode: 0, errmsg: 'ok', type: String(type), media_id, created_at: Date.now() }
    },
  },
  'POST /v1.0/robot/messageFiles/download': {
    token: 'header',
    scope: 'qyapi_robot_sendmsg',
    run(context) {
      checkRobot(context)
      const code = text(context, 'downloadCode')
      const file = context.world.media.get(code)
      if (!file) throw new Refusal(refusal(400, 'invalid.downloadCode'))
      return { downloadUrl: file.url ?? `${context.world.origin}/download/${encodeURIComponent(code)}` }
    },
  },
}

async function formOf({ raw, headers }: Context): Promise<FormData | null> {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  const form = new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  return form.catch(() => null)
}
