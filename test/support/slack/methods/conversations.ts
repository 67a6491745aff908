/** Channels and conversations: opening, joining, listing, and who is in them. */
import { z } from 'zod'
import type { Json } from '../json.js'
import { type Channel, directChannel, type Workspace } from '../workspace.js'
import { channelOf, flag, type Method, method, number, page, SlackError, scopedChannel } from './method.js'

const place = { channel: z.string() }
const paged = { limit: number.default(100), cursor: z.string().optional() }

export function channelOnWire(channel: Channel, workspace: Workspace): Json {
  const common = { id: channel.id, created: 1_767_261_600, is_archived: channel.archived, is_mpim: false }
  if (channel.kind === 'im') {
    return { ...common, is_im: true, user: channel.name, is_org_shared: false, is_open: true, priority: 0 }
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_private: channel.kind === 'private',
    is_im: false,
    is_general: channel.name === 'general',
    is_member: channel.members.has(workspace.bot.user),
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    creator: [...workspace.users.keys()][0],
    context_team_id: workspace.id,
    shared_team_ids: [workspace.id],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  }
}

const open = method(
  ['im:write'],
  z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag.default(false) }),
  (context, { users, channel, return_im }) => {
    const { workspace } = context
    if (channel !== undefined) return { channel: channelOnWire(channelOf(context, channel), workspace) }
    if (!users) throw new SlackError('users_list_not_supplied')
    const user = workspace.users.get(users)
    if (!user) throw new SlackError('user_not_found')
    if (user.deleted) throw new SlackError('user_disabled')
    const direct = directChannel(workspace, user.id)
    return { channel: return_im ? channelOnWire(direct, workspace) : { id: direct.id } }
  },
)

const join = method(['channels:join'], z.object(place), (context, args) => {
  const channel = channelOf(context, args.channel)
  if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type')
  if (channel.archived) throw new SlackError('is_archived')
  const already = channel.members.has(context.workspace.bot.user)
  channel.members.add(context.workspace.bot.user)
  const channelNow = channelOnWire(channel, context.workspace)
  return { channel: channelNow, ...(already && { warning: 'already_in_channel' }) }
})

const wordOf = { public_channel: 'channels', private_channel: 'groups', im: 'im', mpim: 'mpim' } as const
const kindOf = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const

const list = method(
  [],
  z.object({ types: z.string().default('public_channel'), exclude_archived: flag.default(false), ...paged }),
  (context, args) => {
    const { workspace } = context
    const types = args.types.split(',').map((one) => one.trim() as keyof typeof wordOf)
    if (types.some((type) => !(type in wordOf))) throw new SlackError('invalid_types')
    context.need(...types.map((type) => `${wordOf[type]}:read`))
    const shown = [...workspace.channels.values()].filter(
      ({ kind, archived, members }) =>
        types.some((type) => kindOf[type] === kind) &&
        !(args.exclude_archived && archived) &&
        (kind === 'public' || members.has(workspace.bot.user)),
    )
    const found = page(shown, args.limit, args.cursor)
    const channels = found.page.map((channel) => channelOnWire(channel, workspace))
    return { channels, response_metadata: { next_cursor: found.next } }
  },
)

export const conversations: Record<string, Method> = {
  'conversations.open': open,
  'conversations.join': join,
  'conversations.list': list,
  'conversations.info': method(
    [],
    z.object({ ...place, include_num_members: flag.default(false) }),
    (context, args) => {
      const channel = scopedChannel(context, args.channel, 'read')
      const count = args.include_num_members ? { num_members: channel.members.size } : {}
      return { channel: { ...channelOnWire(channel, context.workspace), ...count } }
    },
  ),
  'conversations.members': method([], z.object({ ...place, ...paged }), (context, args) => {
    const channel = scopedChannel(context, args.channel, 'read')
    const found = page([...channel.members], args.limit, args.cursor)
    return { members: found.page, response_metadata: { next_cursor: found.next } }
  }),
}
