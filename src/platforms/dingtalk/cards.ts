/** Interactive cards: created and delivered, changed for everybody, looked for. */
import type { Post } from '../../kit/platform.js'
import type { Prisma } from '../../kit/store.js'
import { type Drawn, drawCard } from './card.js'
import { ApiError, isCardRefusal } from './errors.js'
import type { DingtalkSettings } from './host.js'
import { usersOf } from './mentions.js'
import type { Parts } from './parts.js'
import type { Pictures } from './pictures.js'
import type { Turns } from './turns.js'

export interface Cards {
  /** @throws ApiError, also when the card was made but not delivered */
  send(card: string, post: Post): Promise<void>
  /** Changes it for everybody, after those who have pressed it were answered. */
  update(card: string, post: Post): Promise<void>
  /** Whether the card is there; if so it shows what `post` says. */
  exists(card: string, post: Post): Promise<boolean>
}

interface Delivered {
  result?: { deliverResults?: { success?: boolean; errorMsg?: string }[] }
}

const path = '/v1.0/card/instances'

export const createCards = (
  { host, api, presses }: Parts,
  settings: DingtalkSettings,
  pictures: Pictures,
  turns: Turns,
): Cards => {
  const drawn = async ({ card, language }: Post): Promise<Drawn> => {
    const users = await usersOf(host, card)
    const made = drawCard(card, {
      t: host.translator(language),
      userOf: (person) => users.get(person) ?? null,
      line: (action) => host.line(action, language),
      pictures: await pictures.of(card, language),
      layout: settings.card.layout,
    })
    const data = made.actions.map(([hash, action]) => ({
      hash,
      action: action as unknown as Prisma.InputJsonValue,
    }))
    if (data.length > 0) await host.prisma.keptAction.createMany({ data, skipDuplicates: true })
    return made
  }
  const deliver = async (card: string, post: Post, made: Drawn, whole: boolean): Promise<void> => {
    const { clientId } = settings
    const target = spaceOf(post, made, clientId)
    const body = whole
      ? {
          cardTemplateId: settings.card.template,
          outTrackId: card,
          userIdType: 1,
          callbackType: 'STREAM',
          cardData: { cardParamMap: made.data },
          ...target,
        }
      : { outTrackId: card, userIdType: 1, ...target }
    const call = () => api.call<Delivered>('POST', `${path}/${whole ? 'createAndDeliver' : 'deliver'}`, body)
    const { result } = await turns.take('card', call, post.to.channel)
    const failed = result?.deliverResults?.find(({ success }) => success === false)
    // DingTalk takes such a call: only its answer says that nobody sees the card.
    if (failed) throw new ApiError('deliverFailed', failed.errorMsg ?? '', 200)
  }
  /** Everybody's card, after whoever has pressed it was answered – also those who press while a turn is waited for. */
  const put = async (card: string, made: Drawn): Promise<void> => {
    const before = await presses.show(card, made)
    await turns.take('update', async () => {
      // Nothing slow may come between the answers and the change.
      await api.token.get()
      const tips = [...before, ...(await presses.show(card, made))]
      const own = tips.map(({ account, tips: line }) => [account, { cardParamMap: { tips: line } }] as const)
      return api.call('PUT', path, {
        outTrackId: card,
        userIdType: 1,
        cardData: { cardParamMap: made.data },
        ...(own.length > 0 ? { privateData: Object.fromEntries(own) } : {}),
      })
    })
  }
  return {
    async send(card, post) {
      const made = await drawn(post)
      try {
        await deliver(card, post, made, true)
      } catch (error) {
        if (!isThere(error)) throw error
        // Made by an attempt before, and not delivered by it.
        await deliver(card, post, made, false)
      }
    },
    async update(card, post) {
      await put(card, await drawn(post))
    },
    async exists(card, post) {
      try {
        await put(card, await drawn(post))
        return true
      } catch (error) {
        // Where cards are refused the one that is looked for was, too.
        if (isMissing(error) || isCardRefusal(error)) return false
        throw error
      }
    },
  }
}

const isMissing = (error: unknown): boolean => error instanceof ApiError && /cardNotExist/i.test(error.code)
const isThere = (error: unknown): boolean => error instanceof ApiError && /cardAlreadyExist/i.test(error.code)

/** Into a group, where those mentioned are notified, or to one person. */
const spaceOf = ({ to }: Post, { summary, mentions }: Drawn, robotCode: string) => {
  const lastMessageI18n = { ZH_CN: summary, EN_US: summary }
  const model = { supportForward: false, lastMessageI18n }
  if (to.channel) {
    return {
      openSpaceId: `dtv1.card//IM_GROUP.${to.channel}`,
      imGroupOpenSpaceModel: model,
      imGroupOpenDeliverModel: {
        robotCode,
        ...(Object.keys(mentions).length > 0 ? { atUserIds: mentions } : {}),
      },
    }
  }
  return {
    openSpaceId: `dtv1.card//IM_ROBOT.${to.account}`,
    imRobotOpenSpaceModel: model,
    imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode },
  }
}
