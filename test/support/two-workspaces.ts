/** Two workspaces with the same ids for everything, and what each has on its screens. */
import { acme, type OnSlack } from './on-slack.js'
import type { People } from './slack/index.js'

/** U2, no administrator of the workspace, installs the app in both. */
export const alpha = { ...acme, name: 'Alpha', token: 'xoxb-alpha' }
export const beta = {
  ...acme,
  id: 'T2',
  name: 'Beta',
  token: 'xoxb-beta',
  users: acme.users.map((user) => ({ ...user, name: `${user.name}-beta` })),
}

export interface Side {
  team: string
  people: People
  /** Everything anybody in the workspace could read, without what people wrote themselves. */
  screens(): string
}

export const sideOf = (on: OnSlack, team: string): Side => ({
  team,
  people: on.slack.people(team),
  screens() {
    const { channels, ephemerals, views, homes, bot } = on.slack.team(team)
    const said = [...channels.values()].flatMap(({ messages }) => messages)
    const ours = [...said, ...ephemerals].filter(({ user }) => user === bot.user)
    return JSON.stringify([ours, views, [...homes.values()]])
  },
})
