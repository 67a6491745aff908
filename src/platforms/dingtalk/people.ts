/** Who is behind a DingTalk user id: asked of the contacts, or as they introduced themselves where we may not ask. */
import type { Profile } from '../../kit/platform.js'
import type { Language } from '../../kit/translate.js'
import type { Api } from './api.js'
import { ApiError, deliveryError, isUnknownPerson } from './errors.js'
import type { Host } from './host.js'

export interface DingtalkPeople {
  /** @throws what DingTalk says when it does not answer */
  profile(account: string): Promise<Profile | null>
  /** DingTalk named somebody of the organisation, with what it told of them. */
  met(account: string, name?: string, admin?: boolean): void
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

/** People whom DingTalk named lately. */
const heardMost = 5000

export const createPeople = (host: Host, api: Api): DingtalkPeople => {
  const heard = new Map<string, Heard>()

  /** @returns null when nobody is called so. @throws what DingTalk says when it tells nothing */
  const ask = async (account: string): Promise<Profile | null> => {
    const asked = { userid: account, language: 'zh_CN' }
    try {
      const { result } = await api.old<{ result?: DingtalkUser }>('/topapi/v2/user/get', asked, 'free')
      return profileOf(account, result ?? {}, heard.get(account))
    } catch (error) {
      if (isUnknownPerson(error)) return null
      throw error
    }
  }
  const look = async (account: string): Promise<Profile | null> => {
    const met = heard.get(account)
    try {
      return (await ask(account)) ?? (met ? profileOf(account, {}, met) : null)
    } catch (error) {
      // Whom we may not look up is still somebody, and whoever has told their name need not wait.
      if (isRefused(error) || met?.name) return profileOf(account, {}, met)
      throw error
    }
  }
  const isKnown = async (account: string): Promise<boolean> => {
    const where = { platform_account: { platform: 'dingtalk', account } }
    return (await host.prisma.account.findUnique({ where })) !== null
  }
  const gone = (account: string): Promise<void> =>
    host.admit({ ...profileOf(account, {}, undefined), name: '', active: false })
  /** Without an answer what is known stays. */
  const followed = async (account: string): Promise<void> => {
    const profile = await ask(account)
    if (profile) await host.admit(profile)
    else if (!heard.has(account)) await gone(account)
  }
  return {
    profile: look,
    met(account, name = '', admin = false) {
      const before = heard.get(account)
      heard.set(account, { name: name || (before?.name ?? ''), admin: admin || (before?.admin ?? false) })
      if (heard.size > heardMost) heard.delete(heard.keys().next().value ?? '')
    },
    async refresh(accounts, left) {
      for (const account of accounts) {
        if (left) heard.delete(account)
        if (await isKnown(account)) await (left ? gone(account) : followed(account))
      }
    },
    async missed(account) {
      if ((await isKnown(account)) && (await ask(account)) === null) await gone(account)
    },
  }
}

/** The permission is missing, or DingTalk does not tell this app. */
const isRefused = (error: unknown): boolean =>
  error instanceof ApiError && ['scope', 'refused'].includes(deliveryError(error).fault ?? '')

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
