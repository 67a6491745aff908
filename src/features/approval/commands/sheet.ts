/** `approval-sheet`: the signed sheet of an approval (签批单) as PDF or xlsx, to be kept and shown to others. */
import { z } from 'zod'
import { choice, ref } from '../../../kit/args.js'
import { card, file, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { printForms } from '../../../kit/document.js'
import { fileName } from '../../../kit/file.js'
import { formatId } from '../../../kit/ids.js'
import { approvalRef } from '../approval.js'
import { titleOf } from '../approval.lines.js'
import { stateOf } from '../approval.views.js'
import { findApproval } from '../find.js'
import { sheetMade } from '../sheet.repo.js'

export const approvalSheet = defineCommand({
  name: 'approval-sheet',
  args: z.object({ approval: ref(), format: choice(printForms).default('pdf') }),
  may: 'read',
  // What has just been decided stands in the sheet with its seal.
  look: (outside, organisation) => outside.seal(organisation),
  async run(ctx, { approval: named, format }) {
    const approval = await findApproval(ctx, named)
    const state = await stateOf(ctx.db, approval)
    const { id, revision, subject, campaignId } = approval
    const title = `${ctx.t('approval.sheet.name')} ${approvalRef(id)} v${revision} ${formatId('C', campaignId)}`
    const args = { approval: String(id), as: format, zone: ctx.actor?.zone ?? ctx.defaults.zone }
    const after = { subject, revision, format }
    await ctx.record({ action: sheetMade, subject: `approval:${id}`, campaign: campaignId, after })
    return card(
      state ? titleOf(ctx.t, state) : title,
      [text(ctx.t('approval.sheet.made')), file(fileName(title, format), { file: 'approval-sheet', args })],
      'good',
    )
  },
})
