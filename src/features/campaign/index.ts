/** Campaigns: the unit of work, from its creation out of a template to its archive. */
import type { Feature } from '../../kit/feature.js'
import { samples } from './campaign.samples.js'
import { views } from './campaign.views.js'
import { budgetSet } from './commands/budget-set.js'
import { campaignBind, campaignUnbind } from './commands/campaign-bind.js'
import { campaignCancel } from './commands/campaign-cancel.js'
import { campaignPause, campaignResume } from './commands/campaign-pause.js'
import { campaigns } from './commands/campaigns.js'
import { newCampaign, newFrom } from './commands/new.js'
import { phaseDetail } from './commands/phase-detail.js'
import { phaseReason } from './commands/phase-reason.js'
import { phaseSet } from './commands/phase-set.js'
import { plan } from './commands/plan.js'
import { planSet } from './commands/plan-set.js'
import { roleSet } from './commands/role-set.js'
import { sample } from './commands/sample.js'
import { show } from './commands/show.js'
import { stageNext } from './commands/stage-next.js'
import { facts } from './facts.js'
import { gates } from './gates.js'
import { personLinked } from './reactions/person-linked.js'
import { undelivered } from './reactions/undelivered.js'
import { newDay } from './schedules/new-day.js'

export const campaign: Feature = {
  name: 'campaign',
  commands: [
    newCampaign,
    newFrom,
    sample,
    show,
    campaigns,
    phaseSet,
    phaseReason,
    phaseDetail,
    plan,
    planSet,
    budgetSet,
    stageNext,
    roleSet,
    campaignBind,
    campaignUnbind,
    campaignCancel,
    campaignPause,
    campaignResume,
  ],
  views,
  schedules: [newDay],
  reactions: [undelivered, personLinked],
  samples,
  gates,
  facts,
}

export { answerable } from './answerable.js'
export {
  bounds,
  byDate,
  campaignRef,
  dayOf,
  gaps,
  isOpen,
  isPublicDay,
  leadersOf,
  leads,
  outOfOrder,
  overlap,
  phaseOn,
  type Span,
  stages,
  worksIn,
  worksOn,
} from './campaign.js'
export {
  allOpen,
  type Campaign,
  type CampaignBrief,
  campaignById,
  campaignsIn,
  copiesOf,
  createCampaign,
  launchedBetween,
  openCampaigns,
  openIn,
  savePhase,
  savePlanItem,
} from './campaign.repo.js'
export { sampleCampaign } from './campaign.samples.js'
export { campaignView, placeOf as campaignPlace } from './campaign.views.js'
export { change as changeCampaign, mustBeOpen, mustHold, mustLead } from './change.js'
export { goOn as leaveStage } from './commands/stage-next.js'
export { announce, mustBeShort } from './create.js'
export { anchorFor, dateIn } from './dates.js'
export {
  type DetailText,
  detailTexts,
  longestDetail,
  type PhaseWords,
  riskPlanText,
  splitRiskPlan,
} from './detail.js'
export { type DetailChange, detailsOf, type PhaseDetail, saveDetail } from './detail.repo.js'
export type {} from './events.js'
export { findCampaign } from './find.js'
export { movePhases, phasesWith } from './move.js'
export { unmetCard } from './news.cards.js'
export { phaseCalled, phaseName } from './phases.js'
export { keepInputs, planDocument, rangeText, type Section, sectionsOf, writeGoalRows } from './plan.js'
export { movedBy, type PlanNews, planCells, writePlan } from './plan-table.js'
