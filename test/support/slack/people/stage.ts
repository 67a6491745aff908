/** Where people act: their workspace, the wire to the app, and what every payload says of both. */
import { fixture, type Kind } from '../fixtures.js'
import type { Json } from '../json.js'
import type { Answer, Delivery, Transport } from '../transport.js'
import type { User } from '../user.js'
import type { Channel, Workspace } from '../workspace.js'
import type { World } from '../world.js'

export interface Stage {
  world: World
  workspace: Workspace
  transport: Transport
}

/** @throws Error where a test lets somebody act who is not there or has left. */
export function userOf({ workspace }: Stage, id: string): User {
  const user = workspace.users.get(id)
  if (!user || user.deleted) throw new Error(`there is no active user ${id} in ${workspace.id}`)
  return user
}

export function channelOf({ workspace }: Stage, id: string): Channel {
  const channel = workspace.channels.get(id)
  if (!channel) throw new Error(`there is no channel ${id} in ${workspace.id}`)
  return channel
}

/** The name of a channel in payloads, which is told of public ones only. */
export const shownName = ({ kind, name }: Channel) =>
  ({ public: name, private: 'privategroup', im: 'directmessage' })[kind]

/** A channel as interactions name it. */
export const placeOf = (channel: Channel) => ({ id: channel.id, name: shownName(channel) })

/** The recorded interaction with who does it, and for which app, in their places. */
export function interaction(stage: Stage, kind: Kind, user: User, fields: Json): Json {
  const { world, workspace } = stage
  const recorded = fixture(kind)
  return {
    ...recorded,
    token: world.app.verification,
    ...('api_app_id' in recorded && { api_app_id: world.app.id }),
    team: { id: workspace.id, domain: workspace.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: workspace.id },
    ...('action_ts' in recorded && { action_ts: world.clock.ts() }),
    ...fields,
  }
}

/** The recorded event with the workspace and its own fields in their places. */
export function event({ world, workspace }: Stage, kind: Kind, fields: Json): Delivery {
  const recorded = fixture(kind)
  const ts = world.clock.ts()
  const { user } = workspace.bot
  return {
    type: 'events_api',
    answerable: false,
    payload: {
      ...recorded,
      token: world.app.verification,
      team_id: workspace.id,
      context_team_id: workspace.id,
      api_app_id: world.app.id,
      event: { ...(recorded.event as Json), event_ts: ts, ...fields },
      event_id: world.id('Ev'),
      event_time: Math.floor(Number(ts)),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.id,
          user_id: user,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
    },
  }
}

export const interact = (stage: Stage, payload: Json, answerable = false): Promise<Answer> =>
  stage.transport.deliver({ type: 'interactive', payload, answerable })
