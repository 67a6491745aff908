/** manifest.json asks for what the bot needs and nothing else, in the form that Slack takes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppsManifestCreateArguments } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { features } from '../../../src/features/index.js'
import { fromShortcut } from '../../../src/platforms/slack/incoming.js'
import { scopes } from '../../../src/platforms/slack/scopes.js'

const root = join(import.meta.dirname, '../../..')
const manifest = JSON.parse(
  readFileSync(join(root, 'manifest.json'), 'utf8'),
) as AppsManifestCreateArguments['manifest']
const { display_information: display, features: offered, settings } = manifest
const sources = readdirSync(join(root, 'src/platforms/slack'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src/platforms/slack', name), 'utf8'))
  .join('\n')
const found = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map(([, name]) => name ?? ''))].sort()

/** What Slack's reference asks for each method and event used here; those without a scope of their own need none. */
const needs: Record<string, string[]> = {
  'apps.connections.open': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'files.info': ['files:read'],
  'files.uploadV2': ['files:write'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_unarchive: ['channels:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  tokens_revoked: [],
  user_change: ['users:read'],
}

describe('the scopes', () => {
  const asked = manifest.oauth_config?.scopes?.bot ?? []

  it('of the manifest are those the program says it needs', () => {
    expect([...asked].sort()).toEqual(Object.keys(scopes).sort())
  })

  it('are those of the methods it calls and the events it hears, none more', () => {
    const called = found(/\b\w*[wW]eb\)?\.([a-z]+(?:\.[a-zA-Z0-9]+)+)\(/g)
    const used = [...called, ...(settings?.event_subscriptions?.bot_events ?? [])]
    expect(used.filter((name) => !(name in needs))).toEqual([])
    const needed = new Set(['commands', ...used.flatMap((name) => needs[name] ?? [])])
    expect(Object.keys(scopes).sort()).toEqual([...needed].sort())
  })
})

describe('the events', () => {
  it('are those that are heard', () => {
    const heard = found(/\.event\(\s*'(\w+)'/g).map((name) => (name === 'message' ? 'message.im' : name))
    expect(settings?.event_subscriptions?.bot_events).toEqual(heard.sort())
  })
})

describe('the shortcuts', () => {
  it('open forms of commands that are there', () => {
    const commands = features.flatMap((feature) => (feature.commands ?? []).map(({ name }) => name))
    for (const { callback_id } of offered?.shortcuts ?? []) {
      const body = { callback_id, trigger_id: '1', user: { id: 'U1' }, action_ts: '1' }
      const deed = fromShortcut(body as Parameters<typeof fromShortcut>[0], 'T1')?.deed
      expect(deed?.kind, callback_id).toBe('form')
      expect(commands).toContain(deed?.kind === 'form' ? deed.command : '')
    }
  })
})

describe('the manifest', () => {
  it('keeps to the lengths that Slack allows', () => {
    const within = (text: string | undefined, most: number) => {
      expect(text, text).toBeTruthy()
      expect([...(text ?? '')].length, text).toBeLessThanOrEqual(most)
    }
    within(display.name, 35)
    within(display.description, 140)
    expect(display.background_color).toMatch(/^#[0-9A-F]{6}$/)
    expect(offered?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/)
    for (const { command, description, usage_hint } of offered?.slash_commands ?? []) {
      within(command, 32)
      within(description, 2000)
      within(usage_hint, 1000)
    }
    expect(offered?.shortcuts?.length).toBeLessThanOrEqual(10)
    for (const { name, callback_id, description } of offered?.shortcuts ?? []) {
      within(name, 24)
      within(callback_id, 255)
      within(description, 150)
    }
  })

  it('has ids instead of names in what people type, Socket Mode, and no tokens that run out', () => {
    expect(offered?.slash_commands).toMatchObject([{ command: '/mkt', should_escape: true }])
    expect(settings).toMatchObject({ socket_mode_enabled: true, token_rotation_enabled: false })
    expect(settings?.interactivity?.is_enabled).toBe(true)
    expect(offered?.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true })
  })
})
