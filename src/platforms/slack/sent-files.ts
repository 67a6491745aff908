/** Files that people send: looked up anew each time, then taken from Slack's own servers, where alone the token goes. */
import { download } from '../../kit/download.js'
import type { FetchedFile, SentFile } from '../../kit/sent-file.js'
import { FileError } from '../../kit/sent-file.js'
import { codeOf, deliveryError } from './errors.js'
import { unscoped } from './ids.js'
import type { EventFile } from './payloads.js'
import { patiently } from './people.js'
import type { Workspace, Workspaces } from './workspaces.js'

/** What Slack tells of the files of a message; of some it tells only that they are there (`check_file_info`). */
export const sentIn = (files: readonly EventFile[] | undefined): SentFile[] =>
  (files ?? []).flatMap(({ id, name, title, mimetype, size }) =>
    typeof id === 'string' && id !== ''
      ? [
          {
            name: name || title || '',
            ...(size ? { size } : {}),
            ...(mimetype ? { type: mimetype } : {}),
            ref: id,
          },
        ]
      : [],
  )

const gone = ['file_not_found', 'file_deleted', 'file_no_longer_available']

const faultOf = (error: unknown): FileError => {
  const code = codeOf(error)
  if (gone.includes(code)) return new FileError('gone', code, { cause: error })
  if (code === 'missing_scope') return new FileError('scope', 'files:read', { cause: error })
  const { fault } = deliveryError(error)
  return new FileError(fault ? 'denied' : 'silent', code, { cause: error })
}

/** Slack's own servers: that of the API and those below its name, such as `files.slack.com`. */
export const isSlacks = (apiUrl: string) => {
  const api = new URL(apiUrl)
  return ({ protocol, host, hostname, port, username }: URL): boolean =>
    username === '' &&
    protocol === api.protocol &&
    (host === api.host || (port === '' && hostname.endsWith(`.${api.hostname}`)))
}

const infoOf = async ({ web }: Workspace, id: string) => {
  try {
    return (await patiently(() => web.files.info({ file: id }))).file ?? {}
  } catch (error) {
    throw faultOf(error)
  }
}

/** A page in place of the file: Slack asks whoever it does not know to sign in. */
const isPage = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') === true

export const createFetch = (workspaces: Workspaces, apiUrl: string) => {
  const trusts = isSlacks(apiUrl)
  return async (account: string, { name, ref }: SentFile, most: number): Promise<FetchedFile> => {
    const workspace = await workspaces.of(unscoped(account).workspace).catch((error) => {
      throw faultOf(error)
    })
    const info = await infoOf(workspace, ref)
    if (info.is_external || info.mode === 'external') throw new FileError('foreign', 'external')
    if ((info.size ?? 0) > most) throw new FileError('tooBig')
    const url = info.url_private_download ?? info.url_private
    if (!url) throw new FileError('gone')
    const bytes = await download({
      ...{ url, most, trusts },
      headers: { authorization: `Bearer ${workspace.web.token ?? ''}` },
      faultOf: (response) => (isPage(response) ? new FileError('denied', 'page') : null),
    })
    return { name: info.name ?? name, bytes }
  }
}
