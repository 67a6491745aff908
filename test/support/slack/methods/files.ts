/** Files: an address to upload to, the bytes, and where the file is shared. */
import { z } from 'zod'
import type { Json } from '../json.js'
import type { Channel, StoredFile } from '../workspace.js'
import { thread, written } from './chat.js'
import { blocksIn, noteMistakes } from './content.js'
import { type Context, channelOf, type Method, method, SlackError } from './method.js'

const address = method(
  ['files:write'],
  z.object({
    filename: z.string().min(1),
    length: z.coerce.number().int(),
    alt_txt: z.string().optional(),
  }),
  ({ world, workspace }, { filename, length, alt_txt = '' }) => {
    if (length <= 0) throw new SlackError('missing_argument')
    if (alt_txt.length > 1000) throw new SlackError('alt_txt_too_large')
    const id = world.id('F')
    workspace.files.set(id, { ...blank(id, filename, length), user: workspace.bot.user, alt_txt })
    return { upload_url: `${world.origin}/upload/${workspace.id}/${id}`, file_id: id }
  },
)

const mimes: Record<string, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  pdf: 'application/pdf',
}

function blank(id: string, name: string, size: number): StoredFile {
  const filetype = name.split('.').at(-1) ?? 'txt'
  return {
    id,
    name,
    title: name,
    filetype,
    mimetype: mimes[filetype] ?? 'application/octet-stream',
    size,
    mode: 'hosted',
    shares: { public: {}, private: {} },
  }
}

const complete = method(
  ['files:write'],
  z.object({
    files: z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1),
    channel_id: z.string().optional(),
    initial_comment: z.string().optional(),
    thread_ts: z.string().optional(),
    blocks: z.unknown().optional(),
  }),
  (context, args) => {
    const channel = args.channel_id === undefined ? null : channelOf(context, args.channel_id)
    if (channel?.archived) throw new SlackError('is_archived')
    if (channel && !channel.members.has(context.workspace.bot.user)) throw new SlackError('not_in_channel')
    const blocks = args.initial_comment ? undefined : blocksIn(context, args.blocks)
    const files = args.files.map(({ id, title }) => finished(context, id, title))
    const below = channel && args.thread_ts ? { thread_ts: thread(context, channel, args.thread_ts) } : {}
    if (args.initial_comment || blocks)
      noteMistakes(context, 'files.completeUploadExternal', { text: args.initial_comment ?? ' ', blocks })
    // The answer is out before the message stands, as with Slack.
    if (channel) {
      setImmediate(() =>
        share(context, channel, files, args.initial_comment ?? '', { ...below, ...(blocks && { blocks }) }),
      )
    }
    return { files: files.map(({ id, title }) => ({ id, title })) }
  },
)

function finished({ workspace }: Context, id: string, title: string | undefined): StoredFile {
  const file = workspace.files.get(id)
  if (!file?.bytes) throw new SlackError('file_not_found')
  return Object.assign(file, { completed: true, ...(title && { title }) })
}

function share(
  context: Context,
  channel: Channel,
  files: StoredFile[],
  text: string,
  rest: { thread_ts?: string; blocks?: ReturnType<typeof blocksIn> },
): void {
  const { blocks, ...below } = rest
  const message = written(context, channel, text, {
    files: files.map((file) => onWire(context, file)),
    ...below,
    ...(blocks && { blocks }),
  })
  channel.messages.push(message)
  const kind = channel.kind === 'public' ? 'public' : 'private'
  for (const { shares } of files) {
    const shared = { ts: message.ts, ...below, channel_name: channel.name, team_id: context.workspace.id }
    shares[kind][channel.id] = [...(shares[kind][channel.id] ?? []), shared]
  }
}

export function onWire({ world, workspace }: Pick<Context, 'world' | 'workspace'>, stored: StoredFile): Json {
  const { bytes: _bytes, completed: _completed, url: elsewhere, ...file } = stored
  const url =
    elsewhere ?? `${world.origin}/files-pri/${workspace.id}-${file.id}/${encodeURIComponent(file.name)}`
  return { ...file, url_private: url, url_private_download: `${url}?download=1`, permalink: url }
}

/** A file that somebody uploads by hand: it is there at once. */
export function uploaded(
  { world, workspace }: Pick<Context, 'world' | 'workspace'>,
  user: string,
  name: string,
  bytes: Buffer,
): StoredFile {
  const file: StoredFile = { ...blank(world.id('F'), name, bytes.length), user, bytes, completed: true }
  workspace.files.set(file.id, file)
  return file
}

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': address,
  'files.completeUploadExternal': complete,
  'files.info': method(['files:read'], z.object({ file: z.string() }), (context, { file }) => {
    const found = context.workspace.files.get(file)
    if (!found?.completed) throw new SlackError('file_not_found')
    return { file: onWire(context, found), comments: [] }
  }),
}
