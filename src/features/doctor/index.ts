/** The doctor: looks at the set-up, says what is wrong and what cures it. */
import type { Feature } from '../../kit/feature.js'
import { doctor as check } from './commands/doctor.js'
import { samples } from './doctor.samples.js'

export const doctor: Feature = { name: 'doctor', commands: [check], samples }

export { doctorCard } from './doctor.cards.js'
export { worstOf } from './doctor.js'
export { examine, houseFindings } from './examine.js'
