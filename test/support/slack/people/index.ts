/** What people do in one workspace, each deed told to the app over the wire they were given. */
import { closeView, submitView } from './forms.js'
import {
  appUninstalled,
  channelArchive,
  memberJoined,
  openHome,
  tokensRevoked,
  userChange,
} from './happenings.js'
import { choose, press } from './pressing.js'
import { globalShortcut, messageShortcut } from './shortcuts.js'
import { command, direct, echo, mention, reply, write } from './speaking.js'
import type { Stage } from './stage.js'

const deeds = {
  command,
  mention,
  reply,
  direct,
  echo,
  write,
  press,
  choose,
  submitView,
  closeView,
  messageShortcut,
  globalShortcut,
  openHome,
  userChange,
  memberJoined,
  channelArchive,
  appUninstalled,
  tokensRevoked,
}
type Deeds = typeof deeds
type Without<Deed> = Deed extends (stage: Stage, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never

/** Each resolves with the app's acknowledgement; `again()` of it delivers the same once more. */
export type People = { [Name in keyof Deeds]: Without<Deeds[Name]> }

export const createPeople = (stage: Stage): People =>
  Object.fromEntries(
    Object.entries(deeds).map(([name, deed]) => [
      name,
      (...args: never[]) => (deed as (stage: Stage, ...rest: never[]) => unknown)(stage, ...args),
    ]),
  ) as People
