/** Modals and home tabs: opened with a trigger, changed under their hash. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { standing, withDefaults } from '../blocks/standing.js'
import { faultsOfView } from '../blocks/validate.js'
import type { Json } from '../json.js'
import { type View, viewOnWire } from '../message.js'
import type { Trigger } from '../world.js'
import { rulesOf } from './content.js'
import { type Context, explained, type Method, method, SlackError } from './method.js'

const triggered = z.object({ trigger_id: z.string(), view: z.unknown() })

/** @throws SlackError invalid_trigger_id, expired_trigger_id (3 s), exchanged_trigger_id (once) */
function redeem({ world, workspace }: Context, id: string): Trigger {
  const trigger = world.triggers.get(id)
  if (trigger?.team !== workspace.id) throw new SlackError('invalid_trigger_id')
  if (trigger.used) throw new SlackError('exchanged_trigger_id')
  if (world.clock.now() - trigger.at > 3000) throw new SlackError('expired_trigger_id')
  trigger.used = true
  return trigger
}

/** @throws SlackError invalid_arguments, view_too_large, duplicate_external_id */
export function checkedView(
  context: Context,
  view: unknown,
  type: View['type'],
  own: View | undefined,
): Json & { blocks: Json[] } {
  const faults = faultsOfView(view, type, rulesOf(context))
  if (faults.length > 0) throw new SlackError('invalid_arguments', explained(faults))
  if (JSON.stringify(view).length > 250_000) throw new SlackError('view_too_large')
  const given = view as Json & { blocks: Json[] }
  const name = given.external_id
  const all = [...context.workspace.views, ...context.workspace.homes.values()]
  if (name && all.some((one) => one !== own && one.external_id === name)) {
    throw new SlackError('duplicate_external_id')
  }
  return given
}

/** A view on the screen of `viewer`, in place of `own` where it replaces one. */
export function shownView(
  context: Context,
  given: Json & { blocks: Json[] },
  viewer: string,
  own?: View,
): View {
  const { world, workspace } = context
  const id = own?.id ?? world.id('V')
  return {
    team_id: workspace.id,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    state: { values: {} },
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    previous_view_id: own?.previous_view_id ?? null,
    root_view_id: own?.root_view_id ?? id,
    app_id: world.app.id,
    app_installed_team_id: workspace.id,
    bot_id: workspace.bot.id,
    ...withDefaults(structuredClone(given)),
    id,
    type: given.type as View['type'],
    blocks: standing(given.blocks),
    hash: `${Math.floor(world.clock.now() / 1000)}.${randomBytes(4).toString('hex')}`,
    viewer,
  }
}

/** Puts a view above another one; three may lie on one another. */
export function pushView(context: Context, given: Json & { blocks: Json[] }, below: View): View {
  const { views } = context.workspace
  const stack = views.filter((one) => one.root_view_id === below.root_view_id)
  if (stack.length >= 3) throw new SlackError('push_limit_reached')
  const view = shownView(context, given, below.viewer)
  Object.assign(view, { previous_view_id: below.id, root_view_id: below.root_view_id })
  views.push(view)
  return view
}

/** Only the latest hash may change a view. */
function sameHash(view: View | undefined, hash: string | undefined): void {
  if (view && hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict')
}

const open = method([], triggered, (context, args) => {
  const given = checkedView(context, args.view, 'modal', undefined)
  const { user } = redeem(context, args.trigger_id)
  const view = shownView(context, given, user)
  context.workspace.views.push(view)
  return { view: viewOnWire(view) }
})

const push = method([], triggered, (context, args) => {
  const given = checkedView(context, args.view, 'modal', undefined)
  const { view: id } = redeem(context, args.trigger_id)
  const below = context.workspace.views.find((one) => one.id === id)
  if (!below) throw new SlackError('not_found')
  return { view: viewOnWire(pushView(context, given, below)) }
})

const updated = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view: z.unknown(),
})

const update = method([], updated, (context, args) => {
  const { views, homes } = context.workspace
  const all = [...views, ...homes.values()]
  const own = all.find(({ id, external_id }) =>
    args.view_id ? id === args.view_id : Boolean(external_id) && external_id === args.external_id,
  )
  if (!own) throw new SlackError('not_found')
  const given = checkedView(context, args.view, own.type, own)
  sameHash(own, args.hash)
  return { view: viewOnWire(replaceView(own, shownView(context, given, own.viewer, own))) }
})

/** In place, so that whoever looks at the view sees it change. */
export function replaceView(own: View, view: View): View {
  for (const key of Object.keys(own)) delete own[key]
  return Object.assign(own, view)
}

const publish = method(
  [],
  z.object({ user_id: z.string(), view: z.unknown(), hash: z.string().optional() }),
  (context, args) => {
    const { homes, users } = context.workspace
    if (!users.has(args.user_id)) throw new SlackError('user_not_found')
    const own = homes.get(args.user_id)
    const given = checkedView(context, args.view, 'home', own)
    sameHash(own, args.hash)
    const view = shownView(context, given, args.user_id, own)
    if (own) replaceView(own, view)
    else homes.set(args.user_id, view)
    return { view: viewOnWire(view) }
  },
)

export const views: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}
