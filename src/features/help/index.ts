/** Help: the commands in the words of whoever asks. */
import type { Feature } from '../../kit/feature.js'
import { defineView } from '../../kit/view.js'
import { personById } from '../people/index.js'
import { help as command } from './commands/help.js'
import { rights } from './commands/rights.js'
import { whyNot } from './commands/why-not.js'
import { tourCard, welcomeCard } from './help.cards.js'
import { samples } from './help.samples.js'

export const help: Feature = {
  name: 'help',
  commands: [command, rights, whyNot],
  views: {
    'help.welcome': defineView({
      load: ({ db }, args) => personById(db, args.person ?? ''),
      draw: welcomeCard,
    }),
    'help.tour': defineView({ load: async () => ({}), draw: tourCard }),
  },
  samples,
}
