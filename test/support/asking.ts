/** Ann, who administers, and 李四 on a platform without forms; Ann is asked in words. */
import { randomUUID } from 'node:crypto'
import type { Store } from '../../src/engine/db/open.js'
import { buttonsOf } from '../../src/kit/card.js'
import type { Incoming } from '../../src/kit/platform.js'
import { buttonCalled, type Chat, profileOf, startChat } from './chat.js'

export const ann = 'T1/U1'
export const li = 'T1/U2'
const people = [profileOf(ann, 'Ann', { standing: 'admin' }), profileOf(li, '李四', { language: 'zh-CN' })]

/** On a store that others may have used: nothing is asked and no campaign is open. */
export const startAsking = async (store: Store) => {
  await store.prisma.question.deleteMany()
  await store.prisma.place.deleteMany()
  await store.prisma.task.deleteMany()
  await store.prisma.campaign.updateMany({ data: { status: 'cancelled' } })
  let chat = await startWithoutForms(store)
  for (const { account } of people) await chat.say(account, 'help')
  return {
    get chat() {
      return chat
    },
    /** The process ends and begins again; `meanwhile` nobody is there. */
    async restart(meanwhile: () => Promise<unknown> = async () => undefined) {
      await chat.engine.stop()
      await meanwhile()
      chat = await startWithoutForms(store)
    },
    say: (text: string, ...mentioned: string[]) => chat.say(ann, text, undefined, mentioned),
    deliver: (deed: Incoming['deed'], delivery: string = randomUUID()) =>
      chat.engine.receive(incomingOf(deed, delivery)).done,
    press: (label: string) => chat.press(ann, buttonCalled(chat.posts, label)),
    pressEndingIn(name: string) {
      const labels = chat.posts.flatMap(({ card }) => buttonsOf(card)).map(({ label }) => label)
      return chat.press(ann, buttonCalled(chat.posts, labels.findLast((one) => one.endsWith(name)) ?? name))
    },
    open: () => store.prisma.question.findFirst({ select: { command: true, field: true, args: true } }),
    campaign: () => store.prisma.campaign.findFirst({ where: { status: 'active' } }),
    campaigns: () => store.prisma.campaign.count({ where: { status: 'active' } }),
    newest: () => store.prisma.task.findFirst({ orderBy: { id: 'desc' } }),
    idOf: async (account: string) => (await store.prisma.account.findFirst({ where: { account } }))?.personId,
  }
}

/** What Ann does in her direct messages, as it is stored. */
export const incomingOf = (deed: Incoming['deed'], delivery: string): Incoming => ({
  ...{ platform: 'slack', delivery, account: ann, deed },
  place: { platform: 'slack', account: ann },
})

const startWithoutForms = (store: Store): Promise<Chat> => startChat(store, people, { formless: true })
