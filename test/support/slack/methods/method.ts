/** What a Web API method is: the scopes it needs, the arguments it takes and what it does. */
import { z } from 'zod'
import { inSlackWords } from '../blocks/issues.js'
import type { Json } from '../json.js'
import type { Channel, Workspace } from '../workspace.js'
import type { World } from '../world.js'

/** Refusal in Slack's manner: `{ok: false, error}`. */
export class SlackError extends Error {
  constructor(
    readonly error: string,
    readonly extra: Json = {},
  ) {
    super(error)
  }
}

export interface Context {
  world: World
  workspace: Workspace
  /** @throws SlackError missing_scope */
  need(...scopes: string[]): void
}

export interface Method {
  /** Whose token is asked for. */
  token: 'bot' | 'app' | 'none'
  run(context: Context, args: Json): Json
}

export const method = <Args extends z.ZodObject>(
  scopes: string[],
  args: Args,
  run: (context: Context, args: z.infer<Args>) => Json,
): Method => ({
  token: 'bot',
  run(context, raw) {
    context.need(...scopes)
    return run(context, checked(args, raw))
  },
})

/** @throws SlackError invalid_arguments */
export function checked<Args extends z.ZodType>(args: Args, raw: Json): z.infer<Args> {
  const result = args.safeParse(raw)
  if (result.success) return result.data
  throw new SlackError('invalid_arguments', explained(inSlackWords(result.error, raw, '')))
}

/** Faults as answers carry them. */
export const explained = (faults: string[]): Json => ({
  response_metadata: { messages: faults.map((one) => `[ERROR] ${one}`) },
})

/** Booleans and numbers, which forms carry as words. */
export const flag = z.union([z.boolean(), z.stringbool()])
export const number = z.coerce.number().int().min(1).max(1000)

const wordOf = { public: 'channels', private: 'groups', im: 'im' } as const

/**
 * The channel as this bot may see it.
 * @throws SlackError channel_not_found: unknown, of another workspace, or private without the bot.
 */
export function channelOf({ workspace }: Context, id: string): Channel {
  const channel = workspace.channels.get(id)
  const hidden = channel && channel.kind !== 'public' && !channel.members.has(workspace.bot.user)
  if (!channel || hidden) throw new SlackError('channel_not_found')
  return channel
}

/** As `channelOf`, asking for the scope of that kind of channel, e.g. `groups:read`. */
export function scopedChannel(context: Context, id: string, action: 'read' | 'history'): Channel {
  const channel = channelOf(context, id)
  context.need(`${wordOf[channel.kind]}:${action}`)
  return channel
}

/** One page of a list, and where the next one starts. */
export function page<Item>(items: Item[], limit: number, cursor?: string): { page: Item[]; next: string } {
  const from = cursor ? Number(Buffer.from(cursor, 'base64url').toString()) : 0
  if (!Number.isInteger(from)) throw new SlackError('invalid_cursor')
  const to = from + limit
  const next = to < items.length ? Buffer.from(String(to)).toString('base64url') : ''
  return { page: items.slice(from, to), next }
}
