/** Slack users as people: name, zone, language, e-mail, standing; and who is in a user group. */
import { setTimeout as pause } from 'node:timers/promises'
import { WebAPIRateLimitedError } from '@slack/web-api'
import type { Profile } from '../../kit/platform.js'
import { isZone } from '../../kit/time.js'
import { isLanguage, type Language } from '../../kit/translate.js'
import { codeOf } from './errors.js'
import type { Host } from './host.js'
import { scoped, unscoped } from './ids.js'
import type { Workspace, Workspaces } from './workspaces.js'

/** The fields of a Slack user that matter here, as `users.info` and `user_change` give them. */
export interface SlackUser {
  id?: string
  name?: string
  real_name?: string
  tz?: string
  locale?: string
  deleted?: boolean
  is_bot?: boolean
  is_admin?: boolean
  is_owner?: boolean
  is_restricted?: boolean
  is_ultra_restricted?: boolean
  profile?: { display_name?: string; real_name?: string; email?: string }
}

/** `zh-CN`, `zh-TW`, `en-GB` … : the language of ours that is nearest, or null. */
const languageOf = (locale: string | undefined): Language | null => {
  if (!locale) return null
  if (isLanguage(locale)) return locale
  if (/^zh-(HK|MO|Hant)/i.test(locale)) return 'zh-TW'
  if (locale.startsWith('zh')) return 'zh-CN'
  return 'en'
}

const standingOf = (user: SlackUser): Profile['standing'] => {
  if (user.is_restricted || user.is_ultra_restricted) return 'guest'
  return user.is_admin || user.is_owner ? 'admin' : 'member'
}

/** Slackbot is a user that says it is none. */
const isBot = ({ id, is_bot }: SlackUser): boolean => is_bot === true || id === 'USLACKBOT'

/** @returns null for bots. */
export const profileOf = (user: SlackUser, workspace: Workspace): Profile | null => {
  if (!user.id || isBot(user)) return null
  const { display_name, real_name, email } = user.profile ?? {}
  return {
    account: scoped(workspace.id, user.id),
    organisation: workspace.organisation,
    name: display_name || real_name || user.real_name || user.name || user.id,
    zone: user.tz && isZone(user.tz) ? user.tz : null,
    language: languageOf(user.locale),
    email: email || null,
    standing: standingOf(user),
    active: user.deleted !== true,
  }
}

export interface SlackPeople {
  profile(account: string): Promise<Profile | null>
  members(group: string): Promise<string[]>
  /** Whether the person can still be written to; somebody who has left is made known. */
  isHere(account: string): Promise<boolean>
}

/** So long somebody who was seen is taken to be there. */
const seenMs = 60_000

const tries = 3
const firstPauseMs = 300

/** Again when Slack was too busy or too slow to answer; what it refuses stays refused. */
const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (attempt === tries || codeOf(error)) throw error
      await pause(
        error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : firstPauseMs * 4 ** attempt,
      )
    }
  }
}

export const createPeople = (host: Host, workspaces: Workspaces): SlackPeople => {
  const seen = new Map<string, number>()

  const profile = async (account: string): Promise<Profile | null> => {
    const { workspace: id, id: user } = unscoped(account)
    const workspace = await workspaces.of(id)
    try {
      const found = await patiently(() => workspace.web.users.info({ user, include_locale: true }))
      return found.user ? profileOf(found.user as SlackUser, workspace) : null
    } catch (error) {
      // Without the permission to look somebody up they are still somebody.
      if (codeOf(error) === 'missing_scope') return profileOf({ id: user }, workspace)
      if (codeOf(error) === 'user_not_found') return null
      throw error
    }
  }
  return {
    profile,
    async members(group) {
      const { workspace: id, id: usergroup } = unscoped(group)
      const { web } = await workspaces.of(id)
      const { users } = await web.usergroups.users.list({ usergroup })
      return (users ?? []).map((user) => scoped(id, user))
    },
    async isHere(account) {
      if ((seen.get(account) ?? 0) > Date.now()) return true
      // Slack being slow or silent is no sign that somebody has left.
      const found = await profile(account).catch(() => null)
      if (found && !found.active) {
        await host.admit(found)
        return false
      }
      seen.set(account, Date.now() + seenMs)
      return true
    },
  }
}
