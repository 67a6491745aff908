/** Somebody in a browser who installs the app in a workspace. */
import type { OnSlack } from './on-slack.js'
import type { Slack } from './slack/index.js'

/** Settings for workspaces that install the app themselves, as the local Slack knows the app. */
export const oauth = {
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'a-state-secret-nobody-guesses',
}

export interface Visit {
  /** What the browser keeps, as it would send it. */
  cookie: string
  /** The cookie as it was set, with its attributes. */
  setCookie: string
  /** Slack's consent page. */
  consent: URL
  page: string
  headers: Headers
}

type Where = Pick<OnSlack, 'url'> & { slack: Slack }

/** Opens the page where installations begin. */
export const visit = async ({ url, slack }: Where, headers: Record<string, string> = {}): Promise<Visit> => {
  slack.options.redirectUrl = `${url}/slack/oauth_redirect`
  const response = await fetch(`${url}/slack/install`, { headers, redirect: 'manual' })
  const setCookie = response.headers.get('set-cookie') ?? ''
  const consent = new URL(response.headers.get('location') ?? 'http://nowhere')
  const page = await response.text()
  return { cookie: setCookie.split(';')[0] ?? '', setCookie, consent, page, headers: response.headers }
}

/** Allows everything on the consent page. @returns where Slack sends the browser back to */
export const allow = async (consent: URL, team: string, user?: string): Promise<URL> => {
  consent.searchParams.set('team', team)
  if (user) consent.searchParams.set('user', user)
  const response = await fetch(consent, { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? 'http://nowhere')
}

export const comeBack = (
  back: URL,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<Response> => fetch(back, { headers: { cookie, ...headers }, redirect: 'manual' })

/** The whole way. @returns the last page */
export const install = async (on: Where, team: string, user?: string): Promise<Response> => {
  const { cookie, consent } = await visit(on)
  return comeBack(await allow(consent, team, user), cookie)
}
