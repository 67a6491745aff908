/** Who is behind a DingTalk user id: asked of the contacts, or as they introduced themselves where we may not ask. */
import type { Profile } from '../../kit/platform.js'
import type { Language } from '../../kit/translate.js'
import type { Api } from './api.js'
import { ApiError, deliveryError, isUnknownPerson } from './errors.js'
import type { Host } from './host.js'

export interface DingtalkPeople {
  /** @throws what DingTalk says when it does not answer */
  profile(account: string): Promise<Profile | null>
  /** What a message told of its sender. */
  named(account: string, name: string | undefined, admin: boolean | undefined): void
  /** Those of `accounts` who are known here follow what DingTalk says now; who has left the organisation leaves here. */
  refresh(accounts: readonly string[], left: boolean): Promise<void>
  /** A person cannot be written to: looks whether they have left, and makes it known. */
  missed(account: string): Promise<void>
}

/** What is told of somebody, as far as it is read here. */
interface DingtalkUser {
  name?: string
  email?: string
  org_email?: string
  admin?: boolean
  boss?: boolean
  active?: boolean
}

interface Heard {
  name: string
  admin: boolean
}

/** Names of people who wrote lately. */
const heardMost = 5000

export const createPeople = (host: Host, api: Api): DingtalkPeople => {
  const heard = new Map<string, Heard>()

  const look = async (account: string): Promise<Profile | null> => {
    const asked = { userid: account, language: 'zh_CN' }
    try {
      const { result } = await api.old<{ result?: DingtalkUser }>('/topapi/v2/user/get', asked, 'free')
      return profileOf(account, result ?? {}, heard.get(account))
    } catch (error) {
      if (isUnknownPerson(error)) return null
      // Without the permission to look somebody up they are still somebody.
      const told = error instanceof ApiError && deliveryError(error).fault
      if (told === 'scope' || told === 'refused') return profileOf(account, {}, heard.get(account))
      throw error
    }
  }
  const isKnown = async (account: string): Promise<boolean> => {
    const where = { platform_account: { platform: 'dingtalk', account } }
    return (await host.prisma.account.findUnique({ where })) !== null
  }
  const gone = (account: string): Promise<void> =>
    host.admit({ ...profileOf(account, {}, undefined), name: '', active: false })
  return {
    profile: look,
    named(account, name, admin = false) {
      if (!name) return
      heard.set(account, { name, admin })
      if (heard.size > heardMost) heard.delete(heard.keys().next().value ?? '')
    },
    async refresh(accounts, left) {
      for (const account of accounts) {
        if (!(await isKnown(account))) continue
        const profile = left ? null : await look(account)
        await (profile ? host.admit(profile) : gone(account))
      }
    },
    async missed(account) {
      if ((await isKnown(account)) && (await look(account)) === null) await gone(account)
    },
  }
}

/** DingTalk tells no zone and no language. */
const noLanguage: Language | null = null

const profileOf = (account: string, user: DingtalkUser, heard: Heard | undefined): Profile => ({
  account,
  organisation: '',
  name: user.name || heard?.name || account,
  zone: null,
  language: noLanguage,
  email: user.org_email || user.email || null,
  standing: (user.admin ?? heard?.admin) || user.boss ? 'admin' : 'member',
  active: true,
})
