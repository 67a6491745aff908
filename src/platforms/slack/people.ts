/** Slack users as people: name, zone, language, e-mail, standing; and who is in a user group. */
import { setTimeout as pause } from 'node:timers/promises'
import { WebAPIRateLimitedError } from '@slack/web-api'
import { DeliveryError } from '../../kit/errors.js'
import type { Profile } from '../../kit/platform.js'
import { isZone } from '../../kit/time.js'
import { isLanguage, type Language } from '../../kit/translate.js'
import { codeOf, deliveryError } from './errors.js'
import type { Host } from './host.js'
import { scoped, unscoped } from './ids.js'
import { createSlackPace, rates } from './rates.js'
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
  is_stranger?: boolean
  team_id?: string
  enterprise_user?: { enterprise_id?: string; teams?: string[] }
  profile?: { display_name?: string; real_name?: string; email?: string }
}

/** `zh-CN`, `zh-TW`, `en-GB` … : the language of ours that is nearest, or null. */
export const languageOf = (locale: string | undefined): Language | null => {
  if (!locale) return null
  if (isLanguage(locale)) return locale
  if (/^zh-(HK|MO|Hant)/i.test(locale)) return 'zh-TW'
  if (locale.startsWith('zh')) return 'zh-CN'
  return 'en'
}

/** Whoever installed the app may put things in order. */
const standingOf = (user: SlackUser, { installer }: Workspace): Profile['standing'] => {
  if (user.is_restricted || user.is_ultra_restricted) return 'guest'
  return user.is_admin || user.is_owner || user.id === installer ? 'admin' : 'member'
}

/** Channels shared with other companies (Slack Connect) bring their people: they belong to another organisation. */
const isForeign = (user: SlackUser, { id }: Workspace): boolean => {
  const { team_id = id, enterprise_user } = user
  const teams = [team_id, enterprise_user?.enterprise_id, ...(enterprise_user?.teams ?? [])]
  return user.is_stranger === true || !teams.includes(id)
}

/** Slackbot is a user that says it is none. */
const isBot = ({ id, is_bot }: SlackUser): boolean => is_bot === true || id === 'USLACKBOT'

/** @returns null for bots and people of other organisations. */
export const profileOf = (user: SlackUser, workspace: Workspace): Profile | null => {
  if (!user.id || isBot(user) || isForeign(user, workspace)) return null
  const { display_name, real_name, email } = user.profile ?? {}
  return {
    account: scoped(workspace.id, user.id),
    organisation: workspace.organisation,
    name: display_name || real_name || user.real_name || user.name || '',
    zone: user.tz && isZone(user.tz) ? user.tz : null,
    language: languageOf(user.locale),
    email: email || null,
    standing: standingOf(user, workspace),
    active: user.deleted !== true,
  }
}

export interface SlackPeople {
  profile(account: string): Promise<Profile | null>
  members(group: string): Promise<string[]>
  /** Whether the person can still be written to; somebody who has left is made known. */
  isHere(account: string): Promise<boolean>
}

const tries = 3
const firstPauseMs = 300

/** When to ask again: Slack was too busy or too slow to answer. Null where it has refused. */
const pauseAfter = (error: unknown, attempt: number): number | null => {
  if (error instanceof WebAPIRateLimitedError) return error.retryAfter * 1000
  if (error instanceof DeliveryError) return error.fault ? null : Number(error.retryAfter)
  return codeOf(error) && deliveryError(error).fault ? null : firstPauseMs * 4 ** attempt
}

/** Asks Slack again when it is too busy or too slow; a refusal is the answer. */
export const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      const ms = attempt < tries ? pauseAfter(error, attempt) : null
      if (ms === null) throw error
      await pause(ms)
    }
  }
}

/** Somebody of whom Slack tells nothing, or not to us. */
const unseen = ['user_not_found', 'user_not_visible']

export const createPeople = (host: Host, workspaces: Workspaces): SlackPeople => {
  const pace = createSlackPace()

  const look = async (account: string): Promise<Profile | null> => {
    const { workspace: id, id: user } = unscoped(account)
    const workspace = await workspaces.of(id)
    const ask = () => workspace.web.users.info({ user, include_locale: true })
    try {
      const found = await pace.run(`${id} users.info`, rates.tier4, ask)
      return found.user ? profileOf(found.user as SlackUser, workspace) : null
    } catch (error) {
      if (unseen.includes(codeOf(error))) return null
      throw error
    }
  }
  return {
    async profile(account) {
      try {
        return await patiently(() => look(account))
      } catch (error) {
        if (codeOf(error) !== 'missing_scope') throw error
        // Without the permission to look somebody up they are still somebody.
        const { workspace, id } = unscoped(account)
        return profileOf({ id }, await workspaces.of(workspace))
      }
    },
    async members(group) {
      const { workspace: id, id: usergroup } = unscoped(group)
      const { web } = await workspaces.of(id)
      const { users } = await patiently(() => web.usergroups.users.list({ usergroup }))
      return (users ?? []).map((user) => scoped(id, user))
    },
    async isHere(account) {
      // Slack being busy, slow or silent is no sign that somebody has left.
      const found = await look(account).catch(() => null)
      if (!found || found.active) return true
      await host.admit(found)
      return false
    },
  }
}
