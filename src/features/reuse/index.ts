/** Using a plan again: templates saved from campaigns, their newer versions in running ones, and regional copies. */
import type { Feature } from '../../kit/feature.js'
import { copyCampaign } from './commands/copy.js'
import { templateDiff } from './commands/template-diff.js'
import { templateSave } from './commands/template-save.js'
import { templateUpgrade, templateUpgradeApply } from './commands/template-upgrade.js'
import { facts } from './facts.js'
import { campaignCreated } from './reactions/campaign-created.js'
import { copyChanged } from './reactions/copy-changed.js'
import { samples } from './reuse.samples.js'

export const reuse: Feature = {
  name: 'reuse',
  commands: [templateSave, templateUpgrade, templateUpgradeApply, templateDiff, copyCampaign],
  reactions: [campaignCreated, ...copyChanged],
  samples,
  facts,
}
