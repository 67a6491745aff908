/** What an app says in answer to an interaction: over its response_url, or with its acknowledgement. */
import { z } from 'zod'
import type { Json } from './json.js'
import type { Message } from './message.js'
import { written } from './methods/chat.js'
import { blocksIn, noteMistakes } from './methods/content.js'
import { type Context, checked, SlackError } from './methods/method.js'
import { type ResponseUrl, teamOf, type World } from './world.js'

const answer = z.strictObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  mrkdwn: z.boolean().optional(),
  metadata: z.unknown().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
})

/** Answers one request to `/respond/<id>`: five are taken in thirty minutes. */
export function answerLater(world: World, id: string, body: Json): { status: number; body: string } {
  const promise = world.responseUrls.get(id)
  if (!promise) return { status: 404, body: 'no_service' }
  const old = world.clock.now() - promise.at > 30 * 60_000
  const refused = old ? 'expired_url' : promise.uses.length >= 5 ? 'used_url' : null
  const result = refused ? { status: 404, body: refused } : said(world, promise, body)
  promise.uses.push({ at: world.clock.now(), body, status: result.status })
  return result
}

function said(world: World, promise: ResponseUrl, body: Json): { status: number; body: string } {
  try {
    say(world, promise, body)
    return { status: 200, body: 'ok' }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    return { status: 400, body: error.error }
  }
}

type Said = Pick<ResponseUrl, 'team' | 'channel' | 'user' | 'source'>

/** Puts an answer on the screen. @throws SlackError */
export function say(world: World, { team, channel: id, user, source }: Said, body: Json): void {
  const workspace = teamOf(world, team)
  const context: Context = { world, workspace, need: () => undefined }
  const args = checked(answer, body)
  const channel = workspace.channels.get(id)
  if (!channel) throw new SlackError('channel_not_found')
  const list = source?.only ? workspace.ephemerals : channel.messages
  if (args.delete_original && source) return void list.splice(list.indexOf(source), 1)
  const blocks = blocksIn(context, args.blocks)
  if (!args.text && !blocks) throw new SlackError('no_text')
  noteMistakes(context, 'an answer', args)
  const words: Partial<Message> = { text: args.text ?? '', ...(blocks && { blocks }) }
  if (args.replace_original && source) return void Object.assign(source, words)
  const open = args.response_type === 'in_channel'
  const message = written(context, channel, args.text ?? '', { ...words, ...(!open && { only: user }) })
  if (open) channel.messages.push(message)
  else workspace.ephemerals.push(message)
}
