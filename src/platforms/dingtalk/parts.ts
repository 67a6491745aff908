/** What the parts of the platform share. */
import type { Api } from './api.js'
import type { Host } from './host.js'
import type { DingtalkPeople } from './people.js'
import type { Presses } from './presses.js'
import type { Sessions } from './sessions.js'
import type { Usage } from './usage.js'

export interface Parts {
  host: Host
  api: Api
  people: DingtalkPeople
  presses: Presses
  sessions: Sessions
  usage: Usage
}
