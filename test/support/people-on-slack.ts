/** People of many kinds in one workspace, and what tests ask of them. */
import { expect, vi } from 'vitest'
import { addDays, localDate } from '../../src/kit/time.js'
import { acme, messageIn, type OnSlack } from './on-slack.js'

export const team = {
  ...acme,
  users: [
    ...acme.users,
    { id: 'U5', name: 'siu', locale: 'zh-HK', tz: 'Asia/Hong_Kong' },
    { id: 'U6', name: 'fay', locale: 'en-GB', tz: 'Europe/London', email: 'fay@acme.example' },
    { id: 'U7', name: 'mei', locale: 'zh-TW', tz: 'Asia/Taipei' },
    { id: 'U8', name: 'jan', locale: 'de-DE' },
    { id: 'UBOT2', name: 'other-bot', is_bot: true },
    { id: 'USLACKBOT', name: 'slackbot' },
  ],
  groups: [
    { id: 'S1', handle: 'design', users: ['U2'] },
    { id: 'S2', handle: 'sales', users: ['U2', 'U3'] },
    { id: 'S3', handle: 'nobody', users: [] },
  ],
}

/** A day `n` days from now, as people in Shanghai count. */
export const inDays = (n: number) => addDays(localDate(new Date(), 'Asia/Shanghai'), n)

const patience = { timeout: 15_000, interval: 20 }

export const actingOn = ({ people, slack, store }: OnSlack) => {
  const mkt = (user: string, line: string) => people.command(user, 'C1', '/mkt', line)
  const personOf = (id: string) =>
    store.prisma.person.findUnique({ where: { id: `T1/${id}` }, include: { roles: true } })
  return {
    mkt,
    /** Waits until somebody is known as `like` says. */
    person: (id: string, like: object) =>
      vi.waitFor(async () => expect(await personOf(id)).toMatchObject(like), patience),
    rolesOf: async (id: string) => (await personOf(id))?.roles.map(({ role }) => role).sort(),
    /** U1 has a campaign in C1 with a task of U2. */
    async campaign() {
      await mkt('U1', `new Summer ${inDays(9)} ${inDays(20)}`)
      await messageIn(slack, 'C1', 'Summer')
      await mkt('U1', `task add Poster <@U2> ${inDays(1)} ${inDays(3)}`)
      await messageIn(slack, 'D2', 'Poster')
    },
    /** Whom a task was given to. */
    ownerOf: async (name: string) =>
      (await vi.waitFor(() => store.prisma.task.findFirstOrThrow({ where: { name } }), patience)).ownerId,
    /** How often it was tried to write to somebody. */
    sentTo: (id: string) =>
      slack.calls.filter(
        ({ method, args }) =>
          (method === 'chat.postMessage' && args.channel === `D${id.slice(1)}`) ||
          (method === 'conversations.open' && args.users === id),
      ).length,
  }
}
