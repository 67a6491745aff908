/** A card made ready for a workspace: people found, pictures uploaded where there are no native charts, long values kept. */
import type { KnownBlock } from '@slack/types'
import { type Card, type Chart, mentionedIn } from '../../kit/card.js'
import type { Post } from '../../kit/platform.js'
import type { Prisma } from '../../kit/store.js'
import { chartsForPictures } from './blocks/chart.js'
import { drawCard } from './card.js'
import { codeOf } from './errors.js'
import type { Host } from './host.js'
import { scoped, unscoped } from './ids.js'
import { createPictures, type Pictures } from './pictures.js'
import type { Workspace } from './workspaces.js'

export interface Drawn {
  text: string
  blocks: KnownBlock[]
}

/** With Slack's newest blocks, with pictures in their place, or with words alone. */
type Way = 'native' | 'pictures' | 'words'

const drawFor = async (
  host: Host,
  pictures: Pictures,
  workspace: Workspace,
  post: Pick<Post, 'card' | 'language' | 'to'>,
  way: Way,
): Promise<Drawn> => {
  const { card, language, to } = post
  const users = await usersIn(host, workspace.id, card)
  const place = { native: way === 'native', surface: to.home ? 'home' : 'message' } as const
  const charts = way === 'words' ? [] : chartsForPictures(chartsOf(card), place)
  const { text, blocks, long } = drawCard(card, {
    ...place,
    t: host.translator(language),
    userOf: (person) => users.get(person) ?? null,
    pictures: await pictures.of(workspace, charts, language),
  })
  if (long.length > 0) {
    const data = long.map(([hash, action]) => ({ hash, action: action as unknown as Prisma.InputJsonValue }))
    await host.prisma.keptAction.createMany({ data, skipDuplicates: true })
  }
  return { text, blocks: blocks as KnownBlock[] }
}

const blockRefusals = ['invalid_blocks', 'invalid_arguments', 'only_one_table_allowed']

/** Draws a post and has it sent. */
export type Drawing = <T>(workspace: Workspace, post: Post, send: (drawn: Drawn) => Promise<T>) => Promise<T>

/**
 * Draws with Slack's newest blocks where the workspace has them: roll-outs are phased, and a refusal is remembered. What
 * is refused with pictures, too, is said in words.
 */
export const createDrawing = (host: Host): Drawing => {
  const pictures = createPictures(host)
  const plain = new Set<string>()
  return async (workspace, post, send) => {
    const newest = post.card.blocks.some(({ kind }) => kind === 'table' || kind === 'chart')
    const ways: Way[] = plain.has(workspace.id) ? ['pictures', 'words'] : ['native', 'pictures', 'words']
    for (const way of newest ? ways : (['words'] as const)) {
      try {
        const sent = await send(await drawFor(host, pictures, workspace, post, way))
        if (newest && way !== 'native') plain.add(workspace.id)
        return sent
      } catch (error) {
        if (way === 'words' || !blockRefusals.includes(codeOf(error))) throw error
      }
    }
    throw new Error('there is always a way')
  }
}

const chartsOf = ({ blocks }: Card): Chart[] => blocks.filter((block) => block.kind === 'chart')

/** Slack's user ids of the people a card mentions, as far as they are in the workspace. */
const usersIn = async (host: Host, workspace: string, card: Card): Promise<Map<string, string>> => {
  const people = mentionedIn(card)
  if (people.length === 0) return new Map()
  const rows = await host.prisma.account.findMany({
    where: {
      platform: 'slack',
      personId: { in: people },
      account: { startsWith: scoped(workspace, '') },
    },
  })
  return new Map(rows.map(({ personId, account }) => [personId, unscoped(account).id]))
}
