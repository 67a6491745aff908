/** A card made ready for a workspace: people found, pictures uploaded where there are no native charts, long values kept. */
import { createHash } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import type { Block, Card, Chart } from '../../kit/card.js'
import type { Post } from '../../kit/platform.js'
import type { Prisma } from '../../kit/store.js'
import { type Span, spans } from '../../kit/text.js'
import { chartsForPictures } from './blocks/chart.js'
import { drawCard } from './card.js'
import type { Host } from './host.js'
import { scoped, unscoped } from './ids.js'
import type { Pictures } from './pictures.js'
import type { Workspace } from './workspaces.js'

export interface Drawn {
  text: string
  blocks: KnownBlock[]
}

/** @param native whether the workspace knows Slack's newest blocks */
export const drawFor = async (
  host: Host,
  pictures: Pictures,
  workspace: Workspace,
  post: Pick<Post, 'card' | 'language' | 'to'>,
  native: boolean,
): Promise<Drawn> => {
  const { card, language, to } = post
  const users = await usersIn(host, workspace.id, card)
  const place = { native, surface: to.home ? 'home' : 'message' } as const
  const { text, blocks, long } = drawCard(card, {
    ...place,
    t: host.translator(language),
    userOf: (person) => users.get(person) ?? null,
    pictures: await pictures.of(workspace, chartsForPictures(chartsOf(card), place), language),
  })
  if (long.length > 0) {
    const data = long.map(([hash, action]) => ({ hash, action: action as unknown as Prisma.InputJsonValue }))
    await host.prisma.slackAction.createMany({ data, skipDuplicates: true })
  }
  return { text, blocks: blocks as KnownBlock[] }
}

const chartsOf = ({ blocks }: Card): Chart[] => blocks.filter((block) => block.kind === 'chart')

const mentionsIn = (block: Block): Span[] => {
  if (block.kind === 'text' || block.kind === 'note') return spans(block.text)
  if (block.kind === 'fields') return block.items.flatMap(({ value }) => spans(value))
  if (block.kind === 'list') return block.items.flatMap((item) => spans(item.text))
  return block.kind === 'table' ? block.rows.flat().flatMap(spans) : []
}

/** Slack's user ids of the people a card mentions, as far as they are in the workspace. */
const usersIn = async (host: Host, workspace: string, card: Card): Promise<Map<string, string>> => {
  const people = card.blocks
    .flatMap(mentionsIn)
    .flatMap((span) => (typeof span === 'object' && 'mention' in span ? [span.mention] : []))
  if (people.length === 0) return new Map()
  const rows = await host.prisma.account.findMany({
    where: {
      platform: 'slack',
      personId: { in: [...new Set(people)] },
      account: { startsWith: scoped(workspace, '') },
    },
  })
  return new Map(rows.map(({ personId, account }) => [personId, unscoped(account).id]))
}

/** Names a drawing, so that the same one is not made twice. */
export const nameOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url')
