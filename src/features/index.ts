/** The features in their order: each may use those above it, and only through their index. */
import type { Feature } from '../kit/feature.js'
import { approval } from './approval/index.js'
import { audit } from './audit/index.js'
import { breakdown } from './breakdown/index.js'
import { calendar } from './calendar/index.js'
import { campaign } from './campaign/index.js'
import { compliance } from './compliance/index.js'
import { countdown } from './countdown/index.js'
import { doctor } from './doctor/index.js'
import { evaluation } from './evaluation/index.js'
import { gantt } from './gantt/index.js'
import { goal } from './goal/index.js'
import { golive } from './golive/index.js'
import { help } from './help/index.js'
import { home } from './home/index.js'
import { issue } from './issue/index.js'
import { kpi } from './kpi/index.js'
import { offer } from './offer/index.js'
import { people } from './people/index.js'
import { programme } from './programme/index.js'
import { report } from './report/index.js'
import { research } from './research/index.js'
import { retrospective } from './retrospective/index.js'
import { reuse } from './reuse/index.js'
import { schedule } from './schedule/index.js'
import { standup } from './standup/index.js'
import { strategy } from './strategy/index.js'
import { table } from './table/index.js'
import { task } from './task/index.js'
import { template } from './template/index.js'

export const features: readonly Feature[] = [
  people,
  template,
  calendar,
  campaign,
  strategy,
  task,
  kpi,
  goal,
  breakdown,
  report,
  evaluation,
  retrospective,
  countdown,
  research,
  offer,
  compliance,
  issue,
  approval,
  golive,
  reuse,
  programme,
  standup,
  schedule,
  table,
  gantt,
  home,
  audit,
  doctor,
  help,
]
