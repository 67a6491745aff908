/** Research: what is found out before the plan is written (001 §1.1, §1.3; F13). */
import { cut } from '../../kit/text.js'

/** Whom it is for, what competitors do, what users miss, where it is written. */
export const kinds = ['segment', 'competitor', 'need', 'link'] as const
export type Kind = (typeof kinds)[number]

/** Of a competitor, as seen from us. */
export const swots = ['strength', 'weakness', 'opportunity', 'threat'] as const

export interface Note {
  number: number
  kind: string
  text: string
  approach: string | null
  swot: string | null
  link: string | null
}

/** `高净值客户 → 定制化服务`, `价格不透明 (W)`: a note as the plan lists it, in no language but its own. */
export const inputLine = ({ text, approach, swot, link }: Note): string =>
  [
    cut(text, 200),
    ...(swot ? [`(${swot.charAt(0).toUpperCase()})`] : []),
    ...(approach ? [`→ ${cut(approach, 200)}`] : []),
    ...(link ? [cut(link, 300)] : []),
  ].join(' ')
