/** What Slack accepts, in one table: sizes are UTF-16 units, which never count less than Slack's own characters. */

/** Of one message, view or block. Sources: Block Kit reference pages on docs.slack.dev, unless a line says more. */
export const limits = {
  /** Blocks of a message, a modal, a home tab. */
  blocks: { message: 50, modal: 100, home: 100 },
  /** All texts of one message; `msg_blocks_too_long` comes from about 13,200 (bolt-js#2509, undocumented). */
  allTexts: 12_000,
  /** Each block counts as text, too: 11,341 characters in 45 blocks were refused, 9,597 in 50 taken (bolt-js#2867). */
  perBlock: 100,
  allWeight: 13_000,
  /** The text beside the blocks. */
  fallback: 3000,
  /** chat.update refuses texts over 4,000 bytes of UTF-8, not characters (openclaw#115027, tried on the live API). */
  fallbackBytes: 3900,
  /** Ours: nobody reads further, and what Slack counts of the parts of a list is not known. */
  lines: 100,
  section: 3000,
  /** Unpublished; what holds for a section is taken to hold here. */
  richText: 3000,
  header: 150,
  fields: { count: 10, text: 2000 },
  context: { elements: 10, text: 2000 },
  actions: 25,
  button: { label: 75, value: 2000, spoken: 75 },
  /** One table a message (`only_one_table_allowed`); the characters are known from bug reports alone. */
  table: { count: 1, rows: 100, columns: 20, text: 10_000 },
  /** Newer copies of the page say 12 series. Two charts a message, in messages only. */
  chart: { count: 2, title: 50, label: 20, axis: 50, points: 20, series: 6 },
  image: { alt: 2000, title: 2000 },
  modal: { title: 24, button: 24, context: 3000, bytes: 250_000 },
  input: { label: 150, hint: 2000, value: 3000, error: 500 },
  /** `all`: of one view, as each takes some 70 of its bytes; the groups alone would allow 10,000. */
  option: { label: 75, value: 150, group: 100, all: 3500 },
} as const
