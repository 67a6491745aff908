/** `template diff`: in what two versions of a template differ. */
import { z } from 'zod'
import { suggested, word } from '../../../kit/args.js'
import { card, list, note, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { cut } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import {
  type Content,
  endFor,
  findTemplate,
  phasesFor,
  type Template,
  templateNames,
  templateTitle,
  versionRef,
} from '../../template/index.js'
import { differences } from '../diff.js'
import { instanceOf } from '../instance.js'
import { entryLine, taskNames } from '../lines.js'

/** Any day: a template knows none. */
const launchOn = '2024-01-01'
const most = 40

const contentOf = (t: Translate, template: Template): Content => {
  const phases = phasesFor(template, launchOn) ?? []
  return instanceOf(t, template, { launchOn, endOn: endFor(template, launchOn), phases })
}

export const templateDiff = defineCommand({
  name: 'template-diff',
  args: z.object({ template: suggested(templateNames), from: word(10), to: word(10).optional() }),
  may: 'read',
  async run(ctx, { template: name, from, to }) {
    const before = (await findTemplate(ctx, versionRef(name, from))).template
    const after = (await findTemplate(ctx, versionRef(name, to))).template
    const [was, is] = [contentOf(ctx.t, before), contentOf(ctx.t, after)]
    const entries = differences(was, is)
    const names = taskNames(was, is)
    const title = (template: Template) => cut(templateTitle(ctx.t, template), 60)
    return card(ctx.t('reuse.diff.title', { from: title(before), to: title(after) }), [
      entries.length === 0 ? text(ctx.t('reuse.saved.same')) : null,
      entries.length > 0
        ? list(entries.slice(0, most).map((entry) => ({ text: entryLine(ctx.t, names, entry) })))
        : null,
      entries.length > most ? note(ctx.t('template.show.more', { count: entries.length - most })) : null,
    ])
  },
})
