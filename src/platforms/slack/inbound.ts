/** What people do in Slack, as Bolt's listeners hear it: stored, acknowledged, handled. */
import type { App } from '@slack/bolt'
import type { Action } from '../../kit/card.js'
import type { Incoming, Outcome } from '../../kit/platform.js'
import { actionOf } from './buttons.js'
import type { Forms } from './forms.js'
import type { Host } from './host.js'
import {
  type FormContext,
  fromAction,
  fromCommand,
  fromHome,
  fromMessage,
  fromReply,
  fromShortcut,
  fromView,
} from './incoming.js'
import type { ActionBody, CommandBody, EventBody, MessageEvent, ShortcutBody, ViewBody } from './payloads.js'

/** Slack shows an error after three seconds without an answer. */
const answerWithinMs = 2400

/** A request that was signed and handled before: somebody sends again what they have overheard. */
export class ReplayedRequest extends Error {}

/** What Bolt and our receivers tell of a request besides its body. */
interface Told {
  teamId?: string | undefined
  enterpriseId?: string | undefined
  isEnterpriseInstall: boolean
  /** Slack does not say that it delivers this again. */
  once?: boolean
}

interface Heard {
  body: unknown
  context: unknown
}
type Ack = (answer?: never) => Promise<void>

/** The workspace a payload comes from: the organisation's where the app is installed for all of it. */
export const workspaceIn = ({ context }: Pick<Heard, 'context'>): string => {
  const { isEnterpriseInstall, enterpriseId, teamId } = context as Told
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? ''
}

export const listen = (app: App, host: Host, forms: Forms): void => {
  /** Resolves when the deed is stored and may be acknowledged. @throws ReplayedRequest */
  const take = async (incoming: Incoming, { context }: Heard): Promise<{ done: Promise<Outcome> }> => {
    const { durable, done } = host.receive(incoming)
    // A form may be sent again by whoever saw no answer: the same values are the same deed.
    const isForm = incoming.deed.kind === 'action' && incoming.deed.form
    if (!(await durable) && (context as Told).once && !isForm) throw new ReplayedRequest()
    return { done }
  }
  /** Nobody waits for what is handled after the acknowledgement. */
  const afterwards = (work: Promise<unknown>): void => {
    work.catch((error) => host.log.error({ err: error }, 'a delivery could not be handled'))
  }
  /** What may be answered with a form. */
  const asked = async (incoming: Incoming | null, heard: Heard, ack: Ack): Promise<void> => {
    if (!incoming) return ack()
    const { done } = await take(incoming, heard)
    await ack()
    const { trigger_id } = heard.body as { trigger_id?: string }
    afterwards(done.then((outcome) => forms.show(incoming, trigger_id, outcome)))
  }
  const said = async (incoming: Incoming | null, heard: Heard): Promise<void> => {
    if (incoming) afterwards((await take(incoming, heard)).done)
  }
  const sent = async (heard: Heard, ack: Ack): Promise<void> => {
    const body = heard.body as ViewBody
    const context = JSON.parse(body.view.private_metadata) as FormContext
    const incoming = fromView(body, workspaceIn(heard), context)
    const { done } = await take(incoming, heard)
    const outcome = await within(answerWithinMs, done).catch(() => null)
    if (outcome) return ack((await forms.answer(incoming, outcome)) as never)
    await ack()
    afterwards(done.then(({ form }) => (form ? forms.offer(incoming, form) : undefined)))
  }

  app.command(/.*/, (heard) =>
    asked(fromCommand(heard.body as CommandBody, workspaceIn(heard)), heard, heard.ack),
  )
  app.action(/.*/, async (heard) => {
    const body = heard.body as unknown as ActionBody
    const action = await actionIn(host, body)
    return asked(action && fromAction(body, workspaceIn(heard), action), heard, heard.ack as Ack)
  })
  app.shortcut(/.*/, (heard) => {
    const body = heard.body as unknown as ShortcutBody
    return asked(fromShortcut(body, workspaceIn(heard)), heard, heard.ack as Ack)
  })
  app.view(/.*/, (heard) => sent(heard, heard.ack as Ack))
  app.event('app_mention', (heard) => said(messageIn(heard), heard))
  app.event('message', (heard) =>
    said((heard.event as MessageEvent).channel.startsWith('D') ? messageIn(heard) : replyIn(heard), heard),
  )
  app.event('app_home_opened', (heard) => said(heard.event.tab === 'home' ? homeIn(heard) : null, heard))
}

const messageIn = (heard: Heard): Incoming | null =>
  fromMessage(heard.body as EventBody<MessageEvent>, workspaceIn(heard))

const replyIn = (heard: Heard): Incoming | null =>
  fromReply(heard.body as EventBody<MessageEvent>, workspaceIn(heard))

const homeIn = (heard: Heard): Incoming =>
  fromHome(heard.body as EventBody<{ type: string; user: string }>, workspaceIn(heard))

/** The command behind a button; null for what is none of ours. */
const actionIn = async (host: Host, { actions }: ActionBody): Promise<Action | null> => {
  const action = actionOf(actions[0]?.value ?? '')
  if (!action || !('hash' in action)) return action
  const kept = await host.prisma.keptAction.findUnique({ where: { hash: action.hash } })
  return (kept?.action as unknown as Action | undefined) ?? null
}

const within = <T>(ms: number, work: Promise<T>): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, ms, null).unref())])
