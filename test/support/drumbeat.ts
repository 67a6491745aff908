/** A whole Drumbeat on a port of its own, and people who use it over HTTP as a program or a page would. */
import { readConfig } from '../../src/config.js'
import type { Store } from '../../src/engine/db/open.js'
import { introduce } from '../../src/main.js'
import type {
  Answer,
  Channel,
  Message,
  Moved,
  State,
  WireForm,
} from '../../src/platforms/playground/page/wire.js'
import { openTestStore } from './store.js'

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

export interface TestDrumbeat {
  url: string
  store: Store
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  /** @returns the id of the file */
  upload(as: string, file: SomeFile): Promise<string>
  state(): Promise<State>
  messages(channel: string, as?: string): Promise<Message[]>
  clock(to: string): Promise<Moved>
  channel(name: string): Promise<Channel>
  stop(): Promise<void>
}

/** Starts on an empty store of its own with the sample people, quiet and at `now` by the playground's clock. */
export const startDrumbeat = async (now?: string, store?: Store): Promise<TestDrumbeat> => {
  const used = store ?? (await openTestStore())
  const running = await introduce(readConfig({ PORT: '0', LOG_LEVEL: 'silent' }), used)
  const url = `http://127.0.0.1:${running.port}`
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await fetch(url + path, init)
    const body = (await response.json()) as T & { error?: string }
    if (!response.ok) throw new Refused(response.status, body.error ?? '')
    return body
  }
  const headers = { 'content-type': 'application/json' }
  const get = <T>(path: string) => ask<T>(`/api/playground/${path}`)
  const post = <T>(path: string, body: object) =>
    ask<T>(`/api/playground/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const drumbeat: TestDrumbeat = {
    url,
    store: used,
    get,
    post,
    async upload(as, { name, bytes }) {
      const path = `/api/playground/upload?${new URLSearchParams({ as, name })}`
      const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
      return (await ask<{ id: string }>(path, { method: 'PUT', body })).id
    },
    state: () => get<State>('state'),
    messages: (channel, as) => get(`messages?channel=${encodeURIComponent(channel)}${as ? `&as=${as}` : ''}`),
    clock: (to) => post('clock', { to }),
    channel: (name) => post('channels', { name }),
    async stop() {
      await running.stop()
      if (!store) await used.close()
    },
  }
  if (now) await drumbeat.clock(now)
  return drumbeat
}

export interface SomeFile {
  name: string
  bytes: Uint8Array | string
}

/** One person in one channel. */
export interface Voice {
  say(text: string): Promise<Answer>
  /** Sends files, perhaps with a line. */
  send(files: readonly SomeFile[], text?: string, delivery?: string): Promise<Answer>
  /** Presses the button with this label on the last message that has it. */
  press(label: string, where?: string): Promise<Answer>
  submit(form: WireForm | null, values: Record<string, string>): Promise<Answer>
  /** Messages this person sees in the channel, or in their direct messages. */
  sees(where?: string): Promise<Message[]>
}

export const direct = (person: string): string => `dm-${person}`

/** `as` speaks in `channel` (by default their direct messages with the bot). */
export const voice = (drumbeat: TestDrumbeat, as: string, channel = direct(as)): Voice => {
  const sees = (where = channel) => drumbeat.messages(where, as)
  return {
    sees,
    say: (text) => drumbeat.post('say', { as, channel, text }),
    async send(given, text = '', delivery) {
      const files = []
      for (const file of given) files.push(await drumbeat.upload(as, file))
      return drumbeat.post('say', { as, channel, text, files, ...(delivery && { delivery }) })
    },
    async press(label, where = channel) {
      const holding = (await sees(where)).findLast(({ buttons }) =>
        buttons.some((one) => one.label === label),
      )
      const button = holding?.buttons.find((one) => one.label === label)
      if (!holding || !button) throw new Error(`${as} sees no button “${label}” in ${where}`)
      return drumbeat.post('press', { as, message: holding.id, button: button.id })
    },
    async submit(form, values) {
      if (!form) throw new Error('there is no form to fill in')
      const filled = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
      return drumbeat.post('submit', { as, form: form.id, values: { ...filled, ...values } })
    },
  }
}

/** All words of some messages. */
export const words = (messages: readonly Message[]): string => messages.map(({ text }) => text).join('\n')
