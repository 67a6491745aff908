/** What a person does in the playground, as deliveries: a line said, a button pressed, a form sent. */
import { createHash, randomUUID } from 'node:crypto'
import type { Address } from '../../kit/address.js'
import type { Clock } from '../../kit/clock.js'
import type { Form } from '../../kit/form.js'
import type { Incoming } from '../../kit/platform.js'
import type { Prisma } from '../../kit/store.js'
import { actionOf } from './buttons.js'
import { directPrefix, placeOf, wireMessage } from './chat.js'
import type { Host } from './host.js'
import { collect, type Hub } from './hub.js'
import type { Answer } from './page/wire.js'

/** A request the playground cannot make sense of. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly status: 400 | 404 = 400,
  ) {
    super(message)
  }
}

/** The bot's names before a command in a group; in a direct message none is needed. */
const calling = /^\s*(\/mkt(?=\s|$)|[@＠](鼓点|鼓點|drumbeat|bot|机器人|機器人)(?=[\s,，:：]|$)[,，:：]?)\s*/i

export interface Inbound {
  say(as: string, channel: string, text: string, delivery?: string): Promise<Answer>
  press(as: string, message: string, button: string, delivery?: string): Promise<Answer>
  submit(as: string, form: string, values: Record<string, string>, delivery?: string): Promise<Answer>
}

export const createInbound = (host: Host, clock: Clock, hub: Hub): Inbound => {
  const { prisma } = host

  const handle = async (
    account: string,
    place: Address,
    delivery: string,
    deed: Incoming['deed'],
  ): Promise<Answer> => {
    const { result, messages } = await collect(hub, account, async () => {
      const { done } = host.receive({ platform: 'playground', delivery, account, place, deed })
      const outcome = await done
      await patience(host.settled())
      return outcome
    })
    const form = result.form ? await keepForm(account, place, result.form) : null
    return { messages, form, now: clock.now().toISOString() }
  }

  const keepForm = async (account: string, place: Address, form: Form) => {
    const id = randomUUID()
    const row = { id, account, channel: place.channel ?? `${directPrefix}${place.account}`, at: clock.now() }
    await prisma.playgroundForm.create({ data: { ...row, form: form as unknown as Prisma.InputJsonValue } })
    return { id, title: form.title, submit: form.submit, fields: form.fields }
  }

  /** What a person types stays in the chat; a slash command only they see, as on Slack. */
  const keepLine = async (author: string, channel: string, text: string, delivery: string) => {
    const only = /^\s*\/mkt/i.test(text) ? author : null
    const row = { channel, at: clock.now(), author, text, only, marker: `line:${delivery}` }
    const [kept] = await prisma.playgroundMessage.createManyAndReturn({ data: [row], skipDuplicates: true })
    if (kept) hub.tell('message', wireMessage(kept))
  }

  return {
    async say(as, channel, text, delivery = randomUUID()) {
      const { messages } = await collect(hub, as, () => keepLine(as, channel, text, delivery))
      const direct = channel.startsWith(directPrefix)
      if (!direct && !calling.test(text)) return { messages, form: null, now: clock.now().toISOString() }
      const line = { kind: 'line', text: text.replace(calling, '') } as const
      const answer = await handle(as, placeOf(channel), delivery, line)
      return { ...answer, messages: [...messages, ...answer.messages] }
    },
    async press(as, message, button, delivery = randomUUID()) {
      const row = await prisma.playgroundMessage.findUnique({ where: { id: Number(message) || 0 } })
      if (!row || !visible(wireMessage(row).visibleTo, as)) throw new BadRequest('no such message', 404)
      const action = actionOf(button)
      if (!action) throw new BadRequest('no such button', 404)
      return handle(as, placeOf(row.channel), delivery, { kind: 'action', ...action })
    },
    async submit(as, form, values, delivery = `form:${form}:${hashOf(values)}`) {
      const row = await prisma.playgroundForm.findUnique({ where: { id: form } })
      if (!row || row.account !== as) throw new BadRequest('no such form', 404)
      const { command, hidden } = row.form as unknown as Form
      return handle(as, placeOf(row.channel), delivery, {
        kind: 'action',
        command,
        args: { ...hidden, ...values },
        form: true,
      })
    },
  }
}

const visible = (to: string[] | null, person: string) => to === null || to.includes(person)

/** The same values sent twice are the same deed. */
const hashOf = (values: Record<string, string>) =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url')

/** A busy outbox must not hold an answer back for long: what comes later comes over the event stream. */
const patience = (work: Promise<void>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, 2000).unref())])
