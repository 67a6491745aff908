/** What DingTalk accepts and what people read there, in one table: bytes are of UTF-8, widths count Chinese as two. */

/** Sources: the card and robot pages of open.dingtalk.com, unless a line says more. */
export const limits = {
  /** Of a card; characters. */
  title: 100,
  /** One value of a card: 1 KB is documented, longer markdown is common practice. */
  markdown: 3000,
  /** A text that may be cut on a card; shorter ones are left. Bytes. */
  text: 500,
  /** The line under a card that only whoever pressed sees. */
  tips: 600,
  /** In the list of conversations and in notifications; characters. */
  summary: 100,
  /** Ours: more of them are a wall on a phone; the others are printed as commands. */
  buttons: { count: 8, label: 24, labelBytes: 80, bytes: 2048 },
  /** Ours: nobody reads further. */
  lines: 100,
  /** Commands printed below a card; a longer one nobody types. */
  commands: { count: 40, size: 500 },
  /** Of somebody mentioned, of a picture; characters. */
  name: 60,
  /** Numbers below a chart. */
  chart: 12,
  /** Code units of one text before anything has to give: of a card, of a plain message. */
  size: { card: 2000, message: 12_000 },
  /** `msgParam` as JSON may have 15,000; `parts`: ours, as each costs a call of the month. */
  message: { bytes: 15_000, parts: 3, line: 2000 },
} as const
