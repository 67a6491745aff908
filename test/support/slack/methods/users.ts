/** People and groups of people. */
import { z } from 'zod'
import type { Json } from '../json.js'
import type { User } from '../user.js'
import { type Context, flag, type Method, method, number, page, SlackError } from './method.js'

/** Locale and e-mail are shown only where they were asked for and may be seen. */
function seen({ world }: Context, user: User, withLocale: boolean): Json {
  const { locale, profile, ...rest } = user
  const { email, ...face } = profile
  const mayMail = world.options.scopes.includes('users:read.email')
  return { ...rest, ...(withLocale && { locale }), profile: { ...face, ...(mayMail && { email }) } }
}

const locale = { include_locale: flag.default(false) }

export const users: Record<string, Method> = {
  'users.info': method(['users:read'], z.object({ user: z.string(), ...locale }), (context, args) => {
    const user = context.workspace.users.get(args.user)
    if (!user) throw new SlackError('user_not_found')
    return { user: seen(context, user, args.include_locale) }
  }),
  'users.list': method(
    ['users:read'],
    z.object({ limit: number.default(1000), cursor: z.string().optional(), ...locale }),
    (context, args) => {
      const found = page([...context.workspace.users.values()], args.limit, args.cursor)
      return {
        members: found.page.map((user) => seen(context, user, args.include_locale)),
        cache_ts: Math.floor(context.world.clock.now() / 1000),
        response_metadata: { next_cursor: found.next },
      }
    },
  ),
  'usergroups.users.list': method(
    ['usergroups:read'],
    z.object({ usergroup: z.string() }),
    ({ workspace }, { usergroup }) => {
      const group = workspace.groups.get(usergroup)
      if (!group) throw new SlackError('no_such_subteam')
      return { users: group.users }
    },
  ),
}
