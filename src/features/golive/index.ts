/** Going live: the full-flow test as a checklist, and the press that starts the run. */
import type { Feature } from '../../kit/feature.js'
import { goLive } from './commands/go-live.js'
import { testFailed, testResult } from './commands/test-result.js'
import { testOwner, tests } from './commands/tests.js'
import { facts, tested } from './gates.js'
import { samples } from './golive.samples.js'
import { views } from './golive.views.js'
import { personLinked } from './reactions/person-linked.js'

export const golive: Feature = {
  name: 'golive',
  commands: [tests, testResult, testFailed, testOwner, goLive],
  views,
  reactions: [personLinked],
  samples,
  gates: { S5: tested },
  facts,
}
