/** The playground: a chat in the browser that needs no account, with several people and a time machine. */
import type { Platform } from '../../kit/platform.js'
import type { PlaygroundClock } from './clock.js'
import type { Host } from './host.js'
import { createHub } from './hub.js'
import { createInbound } from './inbound.js'
import { createOutbound } from './outbound.js'
import { createRoutes } from './routes.js'
import { createTimeMachine } from './time-machine.js'
import { fetchUpload } from './uploads.js'

/** @returns the platform for the engine and the pages and calls for the web server. */
export const createPlayground = (host: Host, clock: PlaygroundClock) => {
  const hub = createHub()
  const platform: Platform = {
    name: 'playground',
    ahead: 10,
    editable: () => true,
    fetch: fetchUpload(host.prisma),
    ...createOutbound(host.prisma, clock, hub),
    async start() {
      // Deliveries come in over the web server.
    },
    async stop() {
      // Nothing is held open here.
    },
  }
  const inbound = createInbound(host, clock, hub)
  const routes = createRoutes({ host, clock, hub, inbound, machine: createTimeMachine(host, clock, hub) })
  return { platform, routes }
}

export { addChannel } from './chat.js'
export { createPlaygroundClock, type PlaygroundClock } from './clock.js'
export type { Host } from './host.js'
