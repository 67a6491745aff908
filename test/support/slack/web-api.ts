/** The Web API: who calls, whether they may, what goes wrong on demand, and the answer. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from './args.js'
import type { Fault } from './faults.js'
import type { Json } from './json.js'
import { auth } from './methods/auth.js'
import { chat } from './methods/chat.js'
import { conversations } from './methods/conversations.js'
import { files } from './methods/files.js'
import { reading } from './methods/history.js'
import { type Context, type Method, SlackError } from './methods/method.js'
import { users } from './methods/users.js'
import { views } from './methods/views.js'
import type { Workspace } from './workspace.js'
import type { Call, World } from './world.js'

const methods: Record<string, Method> = {
  ...auth,
  ...chat,
  ...conversations,
  ...reading,
  ...users,
  ...views,
  ...files,
}

/** Answers one call of `/api/<method>`. */
export async function answerCall(
  world: World,
  name: string,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const { args, token } = parseArgs(request.headers, body)
  const workspace = [...world.teams.values()].find((one) => one.token === token) ?? null
  const call: Call = { method: name, team: workspace?.id ?? null, args, at: world.clock.now(), answer: null }
  world.calls.push(call)
  const fault = world.faults.next(name, workspace?.id ?? '', String(args.channel ?? args.channel_id ?? ''))
  if (fault?.kind === 'late') await pause(fault.ms)
  if (fault && failed(fault, call, response)) return
  const answer = run(world, name, workspace, token, args)
  if (fault?.kind === 'lost') return void response.destroy()
  call.answer = answer
  reply(world, response, 200, answer)
}

/** @returns true where the fault was all there is to it. */
function failed(fault: Fault, call: Call, response: ServerResponse): boolean {
  if (fault.kind === 'dropped') {
    response.destroy()
  } else if (fault.kind === 'status') {
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>error</html>')
  } else if (fault.kind === 'limited') {
    call.answer = { ok: false, error: 'ratelimited' }
    response.setHeader('retry-after', fault.seconds)
    response.writeHead(429, { 'content-type': 'application/json' }).end(JSON.stringify(call.answer))
  } else if (fault.kind === 'refused') {
    call.answer = { ok: false, error: fault.error, ...fault.extra }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(call.answer))
  } else {
    return false
  }
  return true
}

function run(
  world: World,
  name: string,
  workspace: Workspace | null,
  token: string | null,
  args: Json,
): Json {
  try {
    const method = methods[name]
    if (!method) throw new SlackError('unknown_method', { req_method: name })
    const context = { world, workspace: admitted(world, method, workspace, token), need: needs(world) }
    return { ok: true, ...method.run(context, args) }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    return { ok: false, error: error.error, ...error.extra }
  }
}

/** @throws SlackError where the token is not good for this method. */
function admitted(
  world: World,
  method: Method,
  workspace: Workspace | null,
  token: string | null,
): Workspace {
  const any = workspace ?? ([...world.teams.values()][0] as Workspace)
  if (method.token === 'none') return any
  if (!token) throw new SlackError('not_authed')
  const isApp = token === world.options.appToken
  if (!workspace && !isApp) throw new SlackError('invalid_auth')
  if (isApp !== (method.token === 'app')) throw new SlackError('not_allowed_token_type')
  if (workspace && workspace.standing !== 'installed') throw new SlackError(workspace.standing)
  return any
}

const needs =
  ({ options: { scopes } }: World): Context['need'] =>
  (...needed) => {
    const missing = needed.filter((scope) => !scopes.includes(scope))
    if (missing.length === 0) return
    throw new SlackError('missing_scope', { needed: missing.join(','), provided: scopes.join(',') })
  }

function reply(world: World, response: ServerResponse, status: number, answer: Json): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': world.options.scopes.join(','),
      date: new Date(world.clock.now()).toUTCString(),
    })
    .end(JSON.stringify(answer))
}
