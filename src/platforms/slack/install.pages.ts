/** The pages people see around Slack's consent page; pure. */
import { ErrorCode, type Installation, type OrgInstallation } from '@slack/oauth'
import { html } from 'hono/html'
import { plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { codeOf } from './errors.js'

export type Result = { installation: Installation | OrgInstallation } | { error: Error }

export interface Page {
  html: ReturnType<typeof html>
  status: 200 | 302 | 400 | 500
}

interface Link {
  text: Text
  to: string
}

/** Everything in it is escaped: names and addresses come from Slack. */
export const pageOf = (title: Text, texts: readonly Text[], link: Link, status: Page['status']): Page => {
  const paragraphs = texts.map((text) => html`<p>${plainText(text)}</p>`)
  const heading = plainText(title)
  const page = html`<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title></head>
<body><h1>${heading}</h1>${paragraphs}<p><a href="${link.to}">${plainText(link.text)}</a></p></body>
</html>`
  return { html: page, status }
}

/** @param apiUrl of the Web API: the pages of Slack itself are beside it */
export const resultPage = (t: Translate, apiUrl: string, result: Result): Page => {
  if ('error' in result) return failurePage(t, result.error)
  const { team, enterprise, appId } = result.installation
  const where = new URL('../app_redirect', apiUrl)
  where.searchParams.set('app', appId ?? '')
  if (team) where.searchParams.set('team', team.id)
  const title = t('slack.install.done.title', { team: team?.name ?? enterprise?.name ?? '' })
  const link = { text: t('slack.install.done.link'), to: where.href }
  return pageOf(title, [t('slack.install.done.text')], link, 200)
}

/** What Slack says of a code that is not good any more. */
const usedUp = ['invalid_code', 'code_already_used', 'code_expired']

const reasonOf = (error: Error) => {
  const { code } = error as { code?: string }
  if (code === ErrorCode.MissingStateError || code === ErrorCode.InvalidStateError) return 'state'
  if (code === ErrorCode.AuthorizationError) return 'cancelled'
  if (code === ErrorCode.MissingCodeError || usedUp.includes(codeOf(error))) return 'code'
  return codeOf(error) ? 'refused' : 'fault'
}

const failurePage = (t: Translate, error: Error): Page => {
  const reason = reasonOf(error)
  const says = t(`slack.install.failed.${reason}`, { error: codeOf(error) })
  const again = { text: t('slack.install.failed.again'), to: 'install' }
  return pageOf(t('slack.install.failed.title'), [says], again, reason === 'fault' ? 500 : 400)
}
