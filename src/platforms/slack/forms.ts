/** Forms as modals: opened while Slack allows it, offered with a button when that moment has passed. */
import type { Form } from '../../kit/form.js'
import type { Incoming, Outcome } from '../../kit/platform.js'
import { errorsOf, modalOf } from './form.js'
import type { Host } from './host.js'
import { unscoped } from './ids.js'
import type { FormContext } from './incoming.js'
import { limits } from './limits.js'
import type { Workspaces } from './workspaces.js'

export interface Forms {
  /** Shows the form a deed asked for; a repeated deed has been shown its form before. */
  show(incoming: Incoming, trigger: string | undefined, outcome: Outcome): Promise<void>
  /** What to answer Slack when a form was sent: its faults, or nothing, and the modal closes. */
  answer(incoming: Incoming, outcome: Outcome): Promise<object | undefined>
  /** Asks with a button that opens the form. */
  offer(incoming: Incoming, form: Form): Promise<void>
}

export const createForms = (host: Host, workspaces: Workspaces): Forms => {
  const viewOf = async (incoming: Incoming, form: Form) => {
    const account = await host.prisma.account.findUnique({
      where: { platform_account: { platform: 'slack', account: incoming.account } },
      include: { person: true },
    })
    const language = (account?.person.language ?? host.defaults.language) as typeof host.defaults.language
    const context: FormContext = { command: form.command, hidden: form.hidden, place: incoming.place }
    const kept = JSON.stringify(context)
    if (kept.length > limits.modal.context) throw new Error('the form carries too much unseen')
    return modalOf(form, { t: host.translator(language), context: kept })
  }
  const offer = async (incoming: Incoming, form: Form): Promise<void> => {
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
    const deed = { kind: 'form', command: form.command, args: { ...form.hidden, ...values } } as const
    await host.receive({ ...incoming, delivery: `${incoming.delivery}:offer`, formless: true, deed }).done
  }
  return {
    offer,
    async show(incoming, trigger, { form, repeated }) {
      if (!form || repeated || incoming.formless) return
      try {
        const { web } = await workspaces.of(unscoped(incoming.account).workspace)
        await web.views.open({ trigger_id: trigger ?? '', view: await viewOf(incoming, form) })
      } catch (error) {
        host.log.warn({ err: error }, 'a form could not be opened')
        await offer(incoming, form)
      }
    },
    async answer(incoming, { form }) {
      if (!form) return undefined
      const errors = errorsOf(form)
      if (Object.keys(errors).length > 0) return { response_action: 'errors', errors }
      return { response_action: 'update', view: await viewOf(incoming, form) }
    },
  }
}
