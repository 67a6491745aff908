/** Audit: everything that happened, to be read by everybody. */
import type { Feature } from '../../kit/feature.js'
import { samples } from './audit.samples.js'
import { audit as command } from './commands/audit.js'
import { auditVerify } from './commands/audit-verify.js'

export const audit: Feature = { name: 'audit', commands: [command, auditVerify], samples }
