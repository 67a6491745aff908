/** The news a campaign gives to the features above it, in the transaction of the work itself. */
import type { Template } from '../template/index.js'
import type { Campaign } from './campaign.repo.js'

declare module '../../kit/event.js' {
  interface Events {
    /** A campaign was created from a template: bring what the template asks for. */
    'campaign.created': { campaign: Campaign; template: Template }
    /** Anything of it was changed by command: name, status, roles, dates. */
    'campaign.changed': { campaign: Campaign }
    /** A new day has begun in its zone. */
    'campaign.day': { campaign: Campaign }
    /** It went on to the stage it has now. */
    'campaign.staged': { campaign: Campaign }
    /** Its first or last public day is another one now. */
    'campaign.moved': { campaign: Campaign; before: { launchOn: string; endOn: string } }
  }
}
