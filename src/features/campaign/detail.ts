/** What an execution plan says of a phase beside its days (002-T1, 003-T3), and how the two layouts share it. */
import type { Db } from '../../kit/store.js'
import { holdPerson } from '../people/index.js'
import { type DetailChange, type PhaseDetail, saveDetail } from './detail.repo.js'

/** Texts of a phase; 核心任务 of 002 is 核心动作 of 003. */
export const detailTexts = ['core', 'criterion', 'resources', 'risk', 'response', 'remarks'] as const
export type DetailText = (typeof detailTexts)[number]

/** Letters of each: risk and response together still fit into one cell of a table. */
export const longestDetail = 4000

/** What may stand between a risk and what is done about it. */
const arrow = /(?<=\S)\s*(?:→|⇒|->|=>)\s*(?=\S)/

type RiskPlan = Pick<PhaseDetail, 'risk' | 'response' | 'joint'>

/** 风险预案 of 002: the risk and, behind an arrow, what is done about it. */
export const riskPlanText = (detail: RiskPlan | undefined): string => {
  const [risk, response] = [detail?.risk ?? '', detail?.response ?? '']
  return response === '' ? risk : `${risk}${detail?.joint ?? ' → '}${response}`.trim()
}

/** `达人档期冲突→备选素人` as risk and response, of which `riskPlanText` makes the same again. */
export const splitRiskPlan = (text: string): RiskPlan => {
  const at = arrow.exec(text)
  if (!at) return { risk: text, response: null, joint: null }
  const [joint] = at
  return { risk: text.slice(0, at.index), response: text.slice(at.index + joint.length), joint }
}

export interface PhaseWords {
  key: string
  data: DetailChange
}

/** Keeps what is said of phases; new owners stay who they are meanwhile. The caller records it. */
export const keepDetails = async (
  db: Db,
  campaignId: number,
  details: readonly PhaseWords[],
): Promise<void> => {
  for (const { key, data } of details) {
    if (data.ownerId) await holdPerson(db, data.ownerId)
    if (Object.keys(data).length > 0) await saveDetail(db, campaignId, key, data)
  }
}
