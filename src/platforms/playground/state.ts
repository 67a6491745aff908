/** What the playground shows beside the messages: people, channels, what comes next, the gallery of sample cards. */
import type { z } from 'zod'
import { parseDuration, parseMoment } from '../../kit/dates.js'
import type { Language } from '../../kit/translate.js'
import { BadRequest } from './bad-request.js'
import { allChannels, directPrefix } from './chat.js'
import type { PlaygroundClock } from './clock.js'
import type { Host } from './host.js'
import type { Sample, State, Upcoming } from './page/wire.js'
import type { clock as clockRequest } from './requests.js'

const everybody = (host: Host) =>
  host.prisma.person.findMany({
    where: { active: true, accounts: { some: { platform: 'playground' } } },
    include: { roles: true, department: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

export const stateOf = async (host: Host, clock: PlaygroundClock, language: Language): Promise<State> => {
  const t = host.translator(language)
  const people = (await everybody(host)).map((person) => ({
    id: person.id,
    name: person.name,
    language: person.language as Language,
    zone: person.zone,
    department: person.department?.name ?? null,
    roles: person.roles.map(({ role }) => role),
    roleNames: person.roles.map(({ role }) => t.named('people.role', role)),
  }))
  const channels = await allChannels(host.prisma, t.named('playground', 'bot'))
  return { now: clock.now().toISOString(), zone: host.defaults.zone, people, channels }
}

/** The id of the person with this id or name. */
export const personCalled = async ({ prisma }: Host, called: string): Promise<string> => {
  const people = await prisma.person.findMany({
    where: {
      active: true,
      OR: [{ id: called }, { name: called }],
      accounts: { some: { platform: 'playground' } },
    },
    orderBy: { createdAt: 'asc' },
  })
  const found = people.find(({ id }) => id === called) ?? people[0]
  if (!found) throw new BadRequest(`no such person: ${called}`, 404)
  return found.id
}

/** The id of the channel with this id or name. */
export const channelCalled = async (host: Host, called: string): Promise<string> => {
  if (called.startsWith(directPrefix)) {
    return `${directPrefix}${await personCalled(host, called.slice(directPrefix.length))}`
  }
  const name = called.replace(/^#/, '')
  const groups = await host.prisma.playgroundChannel.findMany({ where: { OR: [{ id: called }, { name }] } })
  const found = groups.find(({ id }) => id === called) ?? groups[0]
  if (!found) throw new BadRequest(`no such channel: ${called}`, 404)
  return found.id
}

/** Years in which calendars and four-digit dates make sense. */
const earliest = new Date('2000-01-01T00:00:00Z')
const latest = new Date('2100-01-01T00:00:00Z')

/** The channel, if `person` may be in it: nobody reads or writes in somebody else's conversation with the bot. */
export const channelFor = async (host: Host, called: string, person: string): Promise<string> => {
  const channel = await channelCalled(host, called)
  if (!channel.startsWith(directPrefix) || channel === `${directPrefix}${person}`) return channel
  throw new BadRequest(`${person} is not in ${called}`, 403)
}

/** Where a request wants the clock to stand. @throws BadRequest when that is no moment between 2000 and 2100 */
export const targetOf = async (
  host: Host,
  clock: PlaygroundClock,
  asked: z.output<typeof clockRequest>,
): Promise<Date> => {
  const now = clock.now()
  if ('next' in asked) return (await host.upcoming(1))[0]?.at ?? now
  const target = 'to' in asked ? parseMoment(asked.to, host.defaults.zone, now) : later(now, asked.advance)
  // Written so that a moment that is no number fails it, too.
  if (target && target >= earliest && target <= latest) return target
  throw new BadRequest(
    'to: a moment such as 2024-05-13 09:30, or advance: a time such as 2d 3h (2000 to 2100)',
  )
}

const later = (now: Date, advance: string): Date | null => {
  const by = parseDuration(advance)
  return by === null ? null : new Date(now.getTime() + by)
}

/** What will be sent next, in the words of `person`. */
export const upcomingFor = async (host: Host, person: string | undefined): Promise<Upcoming[]> => {
  const id = person === undefined ? null : await personCalled(host, person)
  const found = id === null ? null : await host.prisma.person.findUnique({ where: { id } })
  const t = host.translator((found?.language as Language | undefined) ?? host.defaults.language)
  const upcoming = await host.upcoming(20)
  const campaigns = await host.prisma.campaign.findMany({
    where: { id: { in: upcoming.map((one) => one.campaign) } },
  })
  const names = new Map(campaigns.map(({ id, name }) => [id, name]))
  return upcoming.map(({ at, schedule, campaign }) => {
    const [feature = '', what = ''] = schedule.split('.')
    return {
      at: at.toISOString(),
      title: t.named(`${feature}.schedules`, what),
      campaign: names.get(campaign) ?? '',
    }
  })
}

/** Every sample card, drawn for a reader of `language`. */
export const gallery = (host: Host, language: Language): Sample[] =>
  host.samples.map(({ feature, sample }) => ({
    feature,
    name: sample.name,
    card: sample.draw(host.translator(language), { person: null, language, zone: host.defaults.zone }),
  }))
