/** A deed that did not get through: what happened, and the ways on. */
import type { Deed } from './deeds.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { useWords } from './words.js'

/** `said` stands when the server had no words of its own. */
/** The pressed button goes away: who pressed it by keyboard goes on writing. */
const leaving = (act: () => void) => (event: MouseEvent) => {
  if (event.detail === 0) document.getElementById('say')?.focus()
  act()
}

export const DeedTrouble = ({ deed, said }: { deed: Deed; said: string }) => {
  const { deeds } = usePlay()
  const t = useWords()
  return (
    <div class="trouble" role="alert">
      <Icon name="warn" />
      <span>{deed.why || said}</span>
      {deed.state === 'failed' && (
        <button type="button" class="link" onClick={leaving(() => deeds.retry(deed))}>
          {t('page.retry')}
        </button>
      )}
      <button type="button" class="link quiet" onClick={leaving(() => deeds.drop(deed))}>
        {t('page.discard')}
      </button>
    </div>
  )
}
