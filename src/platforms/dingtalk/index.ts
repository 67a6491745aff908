/** DingTalk, through its Stream mode: messages and presses in over a socket, cards and words out over the API. */
import type { Platform, Receive } from '../../kit/platform.js'
import { createApi } from './api.js'
import { createCards } from './cards.js'
import { createCheck } from './check.js'
import { createFiles } from './files.js'
import type { DingtalkSettings, Host } from './host.js'
import { createListener } from './inbound.js'
import { createMessages } from './messages.js'
import { createOutbound } from './outbound.js'
import { createPeople } from './people.js'
import { createPictures } from './pictures.js'
import { createPresses } from './presses.js'
import { createRobot } from './robot.js'
import { createFetch } from './sent-files.js'
import { createSessions } from './sessions.js'
import { createSocket } from './socket.js'
import { createTurns } from './turns.js'
import { createUsage } from './usage.js'

/** Between one and three minutes after the hour: then all bots have had their turn. */
const laterMs = (lane: string): number => {
  const sum = [...lane].reduce((n, letter) => (n * 31 + letter.charCodeAt(0)) % 120, 7)
  return (60 + sum) * 1000
}

export const createDingtalk = (house: Omit<Host, 'receive'>, settings: DingtalkSettings): Platform => {
  let receive: Receive = () => {
    throw new Error('DingTalk has not been started')
  }
  const host: Host = { ...house, receive: (incoming) => receive(incoming) }
  const usage = createUsage(host, settings.quota)
  const api = createApi(settings, usage.count)
  const people = createPeople(host, api)
  const parts = {
    host,
    api,
    people,
    usage,
    presses: createPresses(),
    sessions: createSessions(host, settings),
  }
  const [pictures, turns] = [createPictures(host, api), createTurns()]
  const cards = createCards(parts, settings, pictures, turns)
  const robot = createRobot(api, settings, turns)
  const messages = createMessages(parts, pictures, robot)
  const files = createFiles(host, api, robot)
  const socket = createSocket(settings, createListener(parts), host.log, () => {
    host.hasten().catch((error) => host.log.warn({ err: error }, 'what waits could not be hurried'))
  })
  return {
    name: 'dingtalk',
    ahead: 1,
    formless: true,
    answersApart: true,
    ...createOutbound({ ...parts, cards, messages, files }),
    profile: people.profile,
    fetch: createFetch(api, settings),
    check: createCheck(api, socket, usage),
    thrifty: usage.thrifty,
    laterMs,
    async start(given) {
      receive = given
      await usage.start()
      socket.start()
    },
    stop: () => socket.stop(),
    close: usage.stop,
  }
}

export type { DingtalkSettings, Host } from './host.js'
