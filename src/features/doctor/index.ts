/** The doctor: looks at the set-up, says what is wrong and what cures it. */
import type { Feature } from '../../kit/feature.js'
import { defineView } from '../../kit/view.js'
import { doctor as check } from './commands/doctor.js'
import { samples } from './doctor.samples.js'
import { type MissingState, missingCard } from './missing.cards.js'
import { loadMissing } from './missing.js'
import { scarce } from './reactions/scarce.js'
import { type ScarceState, scarceCard } from './scarce.cards.js'
import { missingYear } from './schedules/missing-year.js'

export const doctor: Feature = {
  name: 'doctor',
  commands: [check],
  reactions: [scarce],
  schedules: [missingYear],
  samples,
  views: {
    'doctor.missing-year': defineView<MissingState>({ load: loadMissing, draw: missingCard }),
    'doctor.scarce': defineView<ScarceState>({
      load: async (_store, { kind = '', percent = '', used = '', quota = '' }) => ({
        ...{ percent: Number(percent), used: Number(used), quota: Number(quota) },
        kind: kind === 'api' ? 'api' : 'stream',
      }),
      draw: scarceCard,
    }),
  },
}

export { doctorCard } from './doctor.cards.js'
export { worstOf } from './doctor.js'
export { examine, houseFindings } from './examine.js'
