/** One connection of Stream mode: watched, replaced before it ends, acknowledged on itself. */
import { setTimeout as pause } from 'node:timers/promises'
import type { DWClientDownStream } from 'dingtalk-stream'
import type { Logger } from 'pino'
import type WebSocket from 'ws'
import type { Connection } from '../../kit/connected.js'
import { Client, topics } from './client.js'
import type { DingtalkSettings } from './host.js'

/** A message or press pushed to us, and how it is answered on the socket that brought it. */
export interface Pushed {
  kind: 'robot' | 'card' | 'event'
  messageId: string
  eventType?: string | undefined
  data: unknown
  /** @param data what DingTalk expects back for this kind */
  ack(data: object): void
}

/** Answers what was pushed; what it throws is not acknowledged, so that it may come again. */
export type Listener = (pushed: Pushed) => Promise<void>

/** A dead peer is noticed after two of them unanswered; a machine too busy to look is not dead. */
const pingEveryMs = 5000
const unansweredMost = 2
/** DingTalk closes a connection some ten seconds after it has said so. */
const retireMs = 15_000
/** A press must be answered within two seconds. */
const finishMs = 2500
const closeMs = 1000

export const createConnection = (settings: DingtalkSettings, listener: Listener, log: Logger): Connection => {
  const handing = new Set<Promise<void>>()
  let openedAt = 0
  const client = new Client(settings, (frame) => {
    const handed = hand(client, frame, listener, log).finally(() => handing.delete(handed))
    handing.add(handed)
  })
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const close = async (): Promise<void> => {
    const socket = client.webSocket
    if (socket === undefined || socket.readyState === socket.CLOSED) return end()
    socket.close()
    const slow = await Promise.race([ended, pause(closeMs, true, { ref: false })])
    if (slow) socket.terminate()
  }
  const finish = async (): Promise<void> => {
    await Promise.race([Promise.all(handing), ended, pause(finishMs, undefined, { ref: false })])
    await close()
  }
  return {
    due: Promise.race([ended, new Promise((resolve) => client.once('farewell', resolve))]),
    async open() {
      try {
        const socket = await client.open()
        openedAt = Date.now()
        socket.once('close', end)
        watch(socket)
      } catch (error) {
        void close()
        throw error
      }
    },
    age: () => Date.now() - openedAt,
    async retire() {
      await Promise.race([ended, pause(retireMs, undefined, { ref: false })])
      await finish()
    },
    finish,
  }
}

/** Ends a socket whose peer is silent. */
const watch = (socket: WebSocket): void => {
  let unanswered = 0
  const heard = () => {
    unanswered = 0
  }
  for (const sign of ['message', 'ping', 'pong'] as const) socket.on(sign, heard)
  const timer = setInterval(() => {
    if (unanswered >= unansweredMost) return socket.terminate()
    unanswered += 1
    socket.ping()
  }, pingEveryMs).unref()
  socket.once('close', () => clearInterval(timer))
}

/** Gives a frame to the listener; what cannot be kept is not acknowledged. */
const hand = async (
  client: Client,
  frame: DWClientDownStream,
  listener: Listener,
  log: Logger,
): Promise<void> => {
  // Anything may come over a socket.
  const { messageId, topic, eventType } = (frame.headers ?? {}) as Partial<DWClientDownStream['headers']>
  const kind = frame.type === 'EVENT' ? 'event' : topics[topic as keyof typeof topics]
  if (!kind || typeof messageId !== 'string') return
  try {
    const data: unknown = JSON.parse(frame.data)
    await listener({ kind, messageId, eventType, data, ack: (answer) => client.answer(messageId, answer) })
  } catch (error) {
    log.error({ err: error, kind }, 'a delivery of DingTalk could not be kept')
  }
}
