/** What a person does in the playground, as deliveries: a line said, a button pressed, a form sent. */
import { randomUUID } from 'node:crypto'
import type { Address } from '../../kit/address.js'
import type { Clock } from '../../kit/clock.js'
import type { Form } from '../../kit/form.js'
import { hashOf } from '../../kit/hash.js'
import type { Incoming } from '../../kit/platform.js'
import { deliveryOfFile, mostFiles, type SentFile } from '../../kit/sent-file.js'
import type { Prisma } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import { BadRequest } from './bad-request.js'
import { actionOf } from './buttons.js'
import { calledLine, isSlash } from './calling.js'
import { directPrefix, placeOf, wireMessage } from './chat.js'
import type { Host } from './host.js'
import { collect, type Hub } from './hub.js'
import type { Answer, Message } from './page/wire.js'
import { uploadsOf } from './uploads.js'

/** Letters of a line that the chat shows again; more is a pasted table. */
const shownLine = 20_000

/** @param files ids of files that were uploaded before */
export interface Said {
  text: string
  files: readonly string[]
}

export interface Inbound {
  say(as: string, channel: string, said: Said, delivery?: string): Promise<Answer>
  press(as: string, message: number, button: string, delivery?: string): Promise<Answer>
  submit(as: string, form: string, values: Record<string, string>, delivery?: string): Promise<Answer>
}

export const createInbound = (host: Host, clock: Clock, hub: Hub): Inbound => {
  const { prisma } = host

  /** What a delivery brought when it was handled before. */
  const broughtBy = async (delivery: string, account: string): Promise<Message[]> => {
    const parts = Array.from({ length: mostFiles }, (_, i) => deliveryOfFile(delivery, i))
    const where = { cause: { in: parts }, message: { not: null } }
    const sent = await prisma.outboxMessage.findMany({ where })
    const ids = [...new Set(sent.map(({ message }) => Number(message)))]
    const rows = await prisma.playgroundMessage.findMany({
      where: { id: { in: ids } },
      orderBy: { id: 'asc' },
    })
    return rows.map(wireMessage).filter(({ visibleTo }) => visible(visibleTo, account))
  }

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
    const form = result.repeated
      ? await formOf(delivery)
      : await keepForm(account, place, delivery, result.form)
    const seen = result.repeated ? await broughtBy(delivery, account) : messages
    return { messages: seen, form, now: clock.now().toISOString() }
  }

  /** The form belongs to the delivery that asked for it: asked again, it is shown again. */
  const keepForm = async (account: string, place: Address, delivery: string, form?: Form) => {
    if (!form) return null
    const id = formId(delivery)
    const channel = place.channel ?? `${directPrefix}${place.account}`
    const row = { id, account, channel, at: clock.now(), form: form as unknown as Prisma.InputJsonValue }
    await prisma.playgroundForm.createMany({ data: [row], skipDuplicates: true })
    return wireForm(id, form)
  }
  const formOf = async (delivery: string) => {
    const row = await prisma.playgroundForm.findUnique({ where: { id: formId(delivery) } })
    return row ? wireForm(row.id, row.form as unknown as Form) : null
  }

  /** What a person types stays in the chat; a slash command only they see, as on Slack. */
  const keepLine = async (
    author: string,
    channel: string,
    { text, files }: { text: string; files: readonly SentFile[] },
    delivery: string,
  ) => {
    const only = isSlash(text) ? author : null
    const row = {
      ...(files.length > 0 ? { files: files.map(({ name, size = 0 }) => ({ name, size })) } : {}),
      channel,
      at: clock.now(),
      author,
      text: cut(text, shownLine),
      only,
      marker: `line:${delivery}`,
    }
    const [kept] = await prisma.playgroundMessage.createManyAndReturn({ data: [row], skipDuplicates: true })
    if (kept) hub.tell('message', wireMessage(kept))
  }

  return {
    async say(as, channel, { text, files: ids }, given = randomUUID()) {
      const delivery = ownDelivery(as, given)
      const files = await uploadsOf(prisma, as, ids)
      const { messages } = await collect(hub, as, () => keepLine(as, channel, { text, files }, delivery))
      const called = calledLine(text) ?? (channel.startsWith(directPrefix) ? text : null)
      if (called === null) return { messages, form: null, now: clock.now().toISOString() }
      const line = { kind: 'line' as const, text: called, ...(files.length > 0 ? { files } : {}) }
      const answer = await handle(as, placeOf(channel), delivery, line)
      return { ...answer, messages: [...messages, ...answer.messages] }
    },
    async press(as, message, button, given = randomUUID()) {
      const row = await prisma.playgroundMessage.findUnique({ where: { id: message } })
      if (!row || !visible(wireMessage(row).visibleTo, as)) throw new BadRequest('no such message', 404)
      const action = actionOf(button)
      if (!action) throw new BadRequest('no such button', 404)
      return handle(as, placeOf(row.channel), ownDelivery(as, given), { kind: 'action', ...action })
    },
    // The same values sent twice are the same deed.
    async submit(as, form, values, given = `form:${form}:${hashOf(values)}`) {
      const row = await prisma.playgroundForm.findUnique({ where: { id: form } })
      if (!row || row.account !== as) throw new BadRequest('no such form', 404)
      const { command, hidden } = row.form as unknown as Form
      return handle(as, placeOf(row.channel), ownDelivery(as, given), {
        kind: 'action',
        command,
        args: { ...hidden, ...values },
        form: true,
      })
    },
  }
}

const visible = (to: string[] | null, person: string) => to === null || to.includes(person)

/** Ids are the senders' own: two people may choose the same one. */
const ownDelivery = (person: string, given: string): string => `${person}:${given}`

const formId = (delivery: string) => `form-${hashOf({ delivery })}`

const wireForm = (id: string, { title, submit, fields }: Form) => ({ id, title, submit, fields })

/** A busy outbox must not hold an answer back for long: what comes later comes over the event stream. */
const patience = (work: Promise<void>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, 2000).unref())])
