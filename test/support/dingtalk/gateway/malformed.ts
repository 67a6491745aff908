/** Frames no app should meet, and one day meets: broken, of unknown kind, or with something missing. */
import type { Json } from '../../slack/json.js'
import type { Connection } from './connections.js'
import { frame, topics } from './delivery.js'

const robot = { type: 'CALLBACK', topic: topics.robot }
const card = { type: 'CALLBACK', topic: topics.card }
const without = (whole: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))

type Make = (build: (given: { type: string; topic: string; data: string }) => Json) => string | Buffer

/** By name; each is sent as it stands. */
const frames = {
  'no JSON': () => 'not { json',
  'half a frame': (build) => JSON.stringify(build({ ...robot, data: '{}' })).slice(0, 80),
  nothing: () => '',
  null: () => 'null',
  'a number': () => '42',
  'a list': () => '[1, 2]',
  'an empty object': () => '{}',
  bytes: () => Buffer.from([0, 255, 254, 1]),
  'no headers': (build) => JSON.stringify(without(build({ ...robot, data: '{}' }), 'headers')),
  'headers that are none': (build) => JSON.stringify({ ...build({ ...robot, data: '{}' }), headers: null }),
  'no type': (build) => JSON.stringify(without(build({ ...robot, data: '{}' }), 'type')),
  'an unknown type': (build) => JSON.stringify(build({ type: 'SURPRISE', topic: 'x', data: '{}' })),
  'an unknown system topic': (build) => JSON.stringify(build({ type: 'SYSTEM', topic: 'x', data: '{}' })),
  'an unknown topic': (build) => JSON.stringify(build({ type: 'CALLBACK', topic: '/v9/none', data: '{}' })),
  'no data': (build) => JSON.stringify(without(build({ ...robot, data: '' }), 'data')),
  'data that is no text': (build) => JSON.stringify({ ...build({ ...robot, data: '' }), data: 7 }),
  'data that is no JSON': (build) => JSON.stringify(build({ ...robot, data: '{"msgId":' })),
  'data that is null': (build) => JSON.stringify(build({ ...robot, data: 'null' })),
  'a message with nothing in it': (build) => JSON.stringify(build({ ...robot, data: '{}' })),
  'a message of nobody': (build) =>
    JSON.stringify(build({ ...robot, data: JSON.stringify({ msgId: 'm', msgtype: 'text', text: null }) })),
  'a press on nothing': (build) => JSON.stringify(build({ ...card, data: '{}' })),
  'a press whose content is no JSON': (build) =>
    JSON.stringify(build({ ...card, data: JSON.stringify({ outTrackId: 'x', userId: 'u', content: '{' }) })),
  'a press whose content is null': (build) =>
    JSON.stringify(build({ ...card, data: JSON.stringify({ outTrackId: 'x', content: null }) })),
  'an event without type': (build) => JSON.stringify(build({ type: 'EVENT', topic: '*', data: '{}' })),
} satisfies Record<string, Make>

export type Malformed = keyof typeof frames
export const malformedKinds = Object.keys(frames) as Malformed[]

/**
 * Sends one malformed frame.
 * @param issued takes the message ids, which may be acknowledged all the same
 */
export function sendMalformed(
  appId: string,
  connection: Connection,
  kind: Malformed,
  issued: Set<string>,
): void {
  const made = frames[kind]((given) => {
    const built = frame(appId, connection, given)
    issued.add(String((built.headers as Json).messageId))
    return built
  })
  const { socket, frozen } = connection
  if (!frozen && socket.readyState === socket.OPEN) socket.send(made)
}
