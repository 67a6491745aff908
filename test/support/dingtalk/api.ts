/** The HTTP side: who calls, whether they may, what goes wrong on demand, and the answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fromText, isJson, type Json } from '../slack/json.js'
import type { Fault } from './faults.js'
import { cards } from './methods/cards.js'
import { contacts } from './methods/contacts.js'
import { gateway, noteStorm, opening } from './methods/gateway.js'
import { media } from './methods/media.js'
import { type Context, forbid, type Method, type Methods, Refusal, refuse } from './methods/method.js'
import { robot } from './methods/robot.js'
import { webhook } from './methods/webhook.js'
import { refusal, trouble } from './trouble.js'
import type { Call, World } from './world.js'

const methods: Methods = { ...gateway, ...robot, ...cards, ...contacts, ...media, ...webhook }

/** Answers one call. */
export async function answerCall(
  world: World,
  url: URL,
  raw: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method: verb = '', headers } = request
  const said = fromText(raw.toString())
  const query = Object.fromEntries(url.searchParams)
  const body = isJson(said) ? said : null
  const call: Call = {
    method: verb,
    path: url.pathname,
    query,
    body,
    status: null,
    answer: null,
    at: Date.now(),
  }
  const hurried = isHurried(world, call)
  world.calls.push(call)
  noteStorm(world, call)
  const fault = world.faults.next(verb, url.pathname)
  if (fault?.kind === 'late') await pause(fault.ms)
  if (fault && failed(fault, call, response)) return
  const violate = (what: string) => world.violations.push(`${verb} ${url.pathname}: ${what}`)
  const context = { world, headers, query, body: body ?? {}, raw, fault, violate }
  const result = await run(`${verb} ${url.pathname}`, context, body !== null, hurried)
  if (fault?.kind === 'lost') return void response.destroy()
  reply(call, response, result, wantsXml(context, call))
}

/** @returns true where the fault was all there is to it. */
function failed(fault: Fault, call: Call, response: ServerResponse): boolean {
  if (fault.kind === 'dropped' || fault.kind === 'cut') response.destroy()
  else if (fault.kind === 'refused') reply(call, response, fault, false)
  else if (fault.kind === 'page') {
    call.status = fault.status
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>error</html>')
  } else return fault.kind === 'hang'
  return true
}

type Result = { status: number; answer: Json }

async function run(name: string, context: Context, isObject: boolean, hurried: boolean): Promise<Result> {
  try {
    const method = methods[name]
    const unknown = refusal(404, 'InvalidAction.NotFound', 'Specified api is not found')
    if (!method) return forbid(context, unknown, 'there is no such address')
    if (hurried) refuse(method.token === 'query' ? trouble.oapi.qps : trouble.qps)
    admit(context, method)
    checkBody(context, method, isObject)
    return { status: 200, answer: await method.run(context) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.refused
  }
}

/** @throws Refusal where the token is none, or the app may not do this. */
function admit(context: Context, method: Method): void {
  const { world, headers, query } = context
  if (method.token === 'none') return
  const isApi = method.token === 'header'
  const given = isApi ? headers['x-acs-dingtalk-access-token'] : query.access_token
  const denied = isApi ? trouble.token : trouble.oapi.token
  if (!given) forbid(context, denied, 'the access token is missing')
  const { token } = world
  if (!token || given !== token.value || token.expiresAt <= Date.now()) refuse(denied)
  const { scope } = method
  if (scope && !world.options.scopes.includes(scope)) {
    refuse(isApi ? trouble.scope(scope) : trouble.oapi.scope(scope))
  }
}

/** @throws Refusal where the body cannot be read. */
function checkBody(context: Context, method: Method, isObject: boolean): void {
  if (method.takes === 'form') return
  const type = context.headers['content-type'] ?? ''
  const missing = refusal(400, 'Missingbody', 'body is mandatory for this action.')
  if (!type.startsWith('application/json')) forbid(context, missing, `Content-Type is ${type || 'missing'}`)
  if (!isObject) forbid(context, missing, 'the body is no JSON object')
}

/** Where calls of one address come too fast; refused ones count as well. */
function isHurried({ calls, options }: World, { path, at }: Call): boolean {
  let recent = 0
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i]
    if (!call || call.at <= at - 1000) break
    if (call.path === path) recent += 1
  }
  return recent >= options.qps && path !== '/robot/sendBySession'
}

/** The gateway speaks XML with whoever does not ask for JSON. */
function wantsXml({ headers, violate }: Context, { path }: Call): boolean {
  const asksJson = headers.accept?.includes('application/json') ?? false
  if (path !== opening || asksJson) return false
  violate('Accept does not ask for application/json')
  return true
}

function reply(call: Call, response: ServerResponse, { status, answer }: Result, asXml: boolean): void {
  call.status = status
  call.answer = answer
  if (!asXml) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    return
  }
  const fields = Object.entries(answer).map(([key, value]) => `<${key}>${value}</${key}>`)
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<xml>${fields.join('')}</xml>`)
}
