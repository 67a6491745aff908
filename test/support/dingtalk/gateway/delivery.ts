/** What is delivered to the app, each attempt to do so, and what became of it. */
import { randomUUID } from 'node:crypto'
import { fromText, isJson, type Json } from '../../slack/json.js'
import type { Connection } from './connections.js'

export const topics = {
  robot: '/v1.0/im/bot/messages/get',
  card: '/v1.0/card/instances/callback',
  event: '*',
} as const

export interface Delivery {
  type: 'CALLBACK' | 'EVENT'
  topic: string
  /** Beside those that every frame has. */
  headers: Record<string, string>
  /** JSON, the same however often it comes. */
  data: string
  /** Milliseconds since 1970. */
  at: number
  attempts: Attempt[]
}

export interface Attempt {
  messageId: string
  connection: Connection
  at: number
  /** Its acknowledgement is lost on the way. */
  deaf: boolean
  ack: Ack | null
}

export interface Ack {
  at: number
  ms: number
  code: number
  data: unknown
}

/** What people see of a deed they have done. */
export interface Outcome {
  /** Acknowledged with code 200. */
  ok: boolean
  /** Milliseconds until it was acknowledged or given up. */
  ms: number
  code: number | null
  /** What came back with the acknowledgement. */
  data: Json | null
  /** Why it failed: `timeout`, `no_connection`, `refused`. */
  failure?: string
  delivery: Delivery
  /** Delivers the same once more, under the same `headers.messageId` or a new one. */
  again(options?: { newId?: boolean }): Promise<Outcome>
}

export const makeDelivery = (
  type: Delivery['type'],
  topic: string,
  data: Json,
  headers: Record<string, string> = {},
): Delivery => ({ type, topic, headers, data: JSON.stringify(data), at: Date.now(), attempts: [] })

/** A frame as the wire carries it. */
export const frame = (
  appId: string,
  { id: connectionId }: Connection,
  given: { type: string; topic: string; messageId?: string; data: string; headers?: Record<string, string> },
): Json => ({
  specVersion: '1.0',
  type: given.type,
  headers: {
    appId,
    connectionId,
    contentType: 'application/json',
    messageId: given.messageId ?? randomUUID(),
    time: String(Date.now()),
    topic: given.topic,
    ...given.headers,
  },
  data: given.data,
})

/** Taken for good: acknowledged, and not put off. */
export const isTaken = ({ attempts }: Delivery): boolean =>
  attempts.some(({ ack }) => ack?.code === 200 && !(isJson(ack.data) && ack.data.status === 'LATER'))

/** @returns what is wrong with an acknowledgement, apart from whose it is. */
export function ackMistakes({ type, topic }: Delivery, message: Json): string[] {
  const headers = isJson(message.headers) ? message.headers : {}
  const data = typeof message.data === 'string' ? fromText(message.data) : undefined
  const isAnswer = type === 'EVENT' ? isEventAnswer(data) : isJson(data) && 'response' in data
  const stray = topic === topics.card && isAnswer ? strayInAnswer((data as Json).response) : []
  return [
    ...(typeof message.code === 'number' ? [] : ['an acknowledgement without code']),
    ...(typeof message.message === 'string' ? [] : ['an acknowledgement without message']),
    ...(headers.contentType === 'application/json' ? [] : ['an acknowledgement without contentType']),
    ...(typeof message.data === 'string' ? [] : ['the data of an acknowledgement is no text']),
    ...(message.code === 200 && !isAnswer ? [`the data of an acknowledgement of ${topic} is no answer`] : []),
    ...stray.map((name) => `an answer to a press has no field ${name}`),
  ]
}

const isEventAnswer = (data: unknown) => isJson(data) && ['SUCCESS', 'LATER'].includes(String(data.status))

const strayInAnswer = (response: unknown): string[] =>
  Object.keys(isJson(response) ? response : {}).filter(
    (name) => !['cardUpdateOptions', 'cardData', 'userPrivateData'].includes(name),
  )
