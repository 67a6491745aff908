/** How the test checklist looks, with the button that starts the run. */
import { actions, type Button, button, type Card, card, list, note, progress } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef } from '../campaign/index.js'
import { type Check, type CheckKey, groups, notPassed } from './golive.js'

export interface TestsState {
  campaign: { id: number; name: string; zone: string; stage: string; launchOn: string }
  items: readonly (Check & { version: number })[]
  names: ReadonlyMap<string, string>
}

export const testName = (t: Translate, { key }: Pick<Check, 'key'>): string =>
  `${t.named('golive.group', groups[key as CheckKey])} · ${t.named('golive.check', key)}`

export const testsCard =
  (state: TestsState) =>
  (t: Translate): Card => {
    const { campaign, items } = state
    const ref = campaignRef(campaign.id)
    const open = notPassed(items)
    const ready = open.length === 0
    return card(
      t('golive.title', { campaign: `${ref} ${cut(campaign.name, 60)}` }),
      [
        progress(t('golive.passed'), items.length - open.length, items.length),
        list(
          items.map((item) => ({
            text: line(t, state, item),
            done: item.result === 'passed',
            buttons: itemButtons(t, ref, item),
          })),
        ),
        ready && campaign.stage === 'S5'
          ? actions(button(t('golive.button.live'), 'go-live', { campaign: ref }, 'primary'))
          : note(waits(t, state, open)),
      ],
      ready ? 'good' : open.some(({ result }) => result === 'failed') ? 'bad' : 'warn',
    )
  }

/** Why it cannot go live: `stress test open`. */
const waits = (t: Translate, { campaign }: TestsState, open: readonly Check[]): Text => {
  const names = open.map((item) => testName(t, item)).join(', ')
  if (open.length > 0) return t('golive.waits', { count: open.length, names })
  const stage = t.named('campaign.stage', campaign.stage)
  return t(campaign.stage < 'S5' ? 'golive.early' : 'golive.gone', { stage })
}

const line = (t: Translate, { campaign, names }: TestsState, item: Check): Text => {
  const owner = item.ownerId ? (names.get(item.ownerId) ?? item.ownerId) : null
  const name = [`${item.number}. `, { bold: testName(t, item) }, ...(owner ? [` @ ${cut(owner, 40)}`] : [])]
  if (item.result === 'open' || !item.testedAt) return name
  const by = names.get(item.testedById ?? '') ?? '–'
  const said = t(item.result === 'failed' ? 'golive.said.failed' : 'golive.said.passed', {
    ...{ by, date: localDate(item.testedAt, campaign.zone) },
  })
  return join([name, said, ...(item.note ? [cut(item.note, 200)] : [])])
}

const itemButtons = (t: Translate, campaign: string, { number, result, version }: TestsState['items'][0]) => {
  const press = (to: string, label: Text): Button =>
    button(label, 'test-result', { test: number, result: to, campaign, seen: version })
  if (result !== 'open') return [press('open', t('golive.button.open'))]
  const failed = button(t('golive.button.failed'), 'test-failed', { test: number, campaign, seen: version })
  return [press('passed', t('golive.button.passed')), failed]
}
