/** What all parts of the signed sheet are written with. */
import type { DocumentBlock } from '../../kit/document.js'
import { plainText } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Key, Params, Translate } from '../../kit/translate.js'
import type { ApprovalState } from './approval.cards.js'
import type { Approval } from './approval.repo.js'
import type { Act } from './sheet.repo.js'

export interface SheetState extends Pick<ApprovalState, 'approval' | 'campaign' | 'names'> {
  /** All of this document, this one included, oldest first. */
  revisions: readonly Approval[]
  acts: readonly Act[]
  /** How many acts there are that are not shown. */
  more: number
  zone: string
}

/** Documents are plain words. */
export const say = (t: Translate, key: Key, params?: Params): string => plainText(t(key, params))

export const heading = (text: string): DocumentBlock => ({ kind: 'heading', text })
export const momentIn = (zone: string) => (at: Date | null) =>
  at ? `${localDate(at, zone)} ${localTime(at, zone)}` : '–'
