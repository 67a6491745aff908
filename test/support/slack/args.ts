/** Arguments of a call as they were sent: JSON, or a form whose larger values are JSON. */
import type { IncomingHttpHeaders } from 'node:http'
import { fromText, isJson, type Json } from './json.js'

const encoded = ['blocks', 'view', 'metadata', 'files', 'attachments']

/** @returns the arguments and the token, which a JSON body may not carry. */
export function parseArgs(headers: IncomingHttpHeaders, body: string): { args: Json; token: string | null } {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? null
  if (headers['content-type']?.startsWith('application/json')) {
    const parsed = fromText(body)
    return { args: isJson(parsed) ? parsed : {}, token: bearer }
  }
  const { token, ...fields } = Object.fromEntries(new URLSearchParams(body))
  const args = Object.entries(fields).map(([key, value]) => [
    key,
    encoded.includes(key) ? fromText(value) : value,
  ])
  return { args: Object.fromEntries(args), token: bearer ?? token ?? null }
}
