/** Whom a text would call: mentions of nobody, and of everybody. */
import type { Workspace } from '../workspace.js'
import { objectsIn } from './walk.js'

/** @returns what Slack lets pass although it is a mistake: mentions of unknown ids, calls to everybody. */
export function mistakesIn(text: string, blocks: unknown, workspace: Workspace): string[] {
  const objects = objectsIn(blocks)
  const marked = objects.flatMap((one) => (one.type === 'mrkdwn' ? [String(one.text)] : []))
  const called = objects.flatMap((one) => (one.type === 'broadcast' ? [`calls everybody: ${one.range}`] : []))
  return [...new Set([...[text, ...marked].flatMap((one) => mistakes(one, workspace)), ...called])]
}

function mistakes(text: string, { users, channels, groups }: Workspace): string[] {
  return [...text.matchAll(/<([@#]|!subteam\^|!(?=here|channel|everyone))([^>|]+)[^>]*>/g)].flatMap(
    ([whole, sign, id = '']) => {
      if (sign === '!') return [`calls everybody: ${whole}`]
      const known = sign === '@' ? users : sign === '#' ? channels : groups
      return known.has(id) ? [] : [`mentions nobody: ${whole}`]
    },
  )
}
