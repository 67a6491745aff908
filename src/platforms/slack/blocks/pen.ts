/** What drawing a block needs to know, and what comes of it. */
import type { types } from '@slack/bolt'
import type { Chart } from '../../../kit/card.js'
import type { Translate } from '../../../kit/translate.js'

/** Not in the types of @slack/types 3.2; bars and lines have one point per category, series differ by name. */
export interface ChartBlock extends types.Block {
  type: 'data_visualization'
  title: string
  chart: {
    type: 'bar' | 'line'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[]; y_label?: string }
  }
}

export type SlackBlock =
  | types.ActionsBlock
  | types.ContextBlock
  | types.HeaderBlock
  | types.ImageBlock
  | types.RichTextBlock
  | types.SectionBlock
  | types.TableBlock
  | ChartBlock

/** For whom and where a card is drawn. */
export interface Setting {
  t: Translate
  /** The Slack user of that workspace behind one of our person ids. */
  userOf(person: string): string | null
  /** Tables and charts as blocks of their own; without, as lists and pictures. */
  native: boolean
  surface: 'message' | 'home'
  /** Uploaded pictures of charts: Slack file ids. */
  pictures?: ReadonlyMap<Chart, string>
}

/** A setting and how much of a card is drawn. */
export interface Pen extends Setting {
  /** Lines of one list, rows of one table. */
  lines: number
  /** Code units of one text. */
  size: number
}
