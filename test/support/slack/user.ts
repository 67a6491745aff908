/** A person of a workspace, in the shape of users.info. */
import { fixture } from './fixtures.js'
import { isJson, type Json } from './json.js'

export interface UserSpec {
  id: string
  /** The handle, e.g. `ada`. */
  name?: string
  real_name?: string
  email?: string
  /** An IANA zone. */
  tz?: string
  /** E.g. `zh-CN`. */
  locale?: string
  /** Deactivated. */
  deleted?: boolean
  is_admin?: boolean
  is_owner?: boolean
  is_bot?: boolean
  /** A guest of several channels. */
  is_restricted?: boolean
  /** A guest of one channel. */
  is_ultra_restricted?: boolean
}

export interface User extends Json {
  id: string
  name: string
  tz: string
  deleted: boolean
  locale: string
  profile: Json
}

/** @returns the recorded user with everything that was specified in its place. */
export function makeUser(team: string, spec: UserSpec): User {
  const event = fixture('user-change').event as { user: User }
  const { id, name = id.toLowerCase(), email = `${name}@example.com`, ...rest } = spec
  const made = changeUser(event.user, { team_id: team, id, name, real_name: name, ...rest })
  return changeUser(made, { profile: { email, display_name: name, display_name_normalized: name, team } })
}

/** @returns the user with some fields changed, in each place where the wire repeats them. */
export function changeUser(user: User, fields: Json): User {
  const { profile, ...rest } = fields
  const name = rest.real_name
  const named = typeof name === 'string' ? { real_name: name, real_name_normalized: name } : {}
  const zone = typeof rest.tz === 'string' ? { tz_offset: offset(rest.tz), tz_label: rest.tz } : {}
  const changed = { ...user.profile, ...named, ...(isJson(profile) ? profile : {}) }
  return { ...user, ...rest, ...zone, profile: changed }
}

/** The zone's distance from UTC in seconds. */
function offset(tz: string): number {
  const named = new Intl.DateTimeFormat('en', { timeZone: tz, timeZoneName: 'longOffset' })
  const part = named.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(part) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}
