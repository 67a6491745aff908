/** What a card template takes: the names of its variables and the form of its buttons. All values are text. */
import type { Button } from '../../kit/card.js'

/** 'button' = MarkdownButton, which DingTalk's own SDKs carry; 'drumbeat' = our own, see docs/dingtalk-card. */
export type Layout = 'button' | 'drumbeat'

export interface Shown {
  label: string
  look: Button['look']
  token: string
}

const colors = { plain: 'gray', primary: 'blue', danger: 'red' } as const

const publicButton = ({ label, look, token }: Shown) => ({
  text: label,
  color: colors[look],
  request: true,
  id: token,
  params: { id: token },
})

const ownButton = ({ label, look, token }: Shown) => ({
  text: label,
  color: colors[look],
  status: 'normal',
  event: { type: 'sendCardRequest', params: { actionId: token, params: { id: token } } },
})

type Words = Record<'title' | 'markdown' | 'tips', string>

/** The cardParamMap of a card. An empty list of buttons is sent as well: an update takes them away. */
export const dataOf = (layout: Layout, words: Words, buttons: readonly Shown[]): Record<string, string> =>
  layout === 'drumbeat'
    ? { ...words, btns: JSON.stringify(buttons.map(ownButton)) }
    : { ...words, sys_full_json_obj: JSON.stringify({ msgButtons: buttons.map(publicButton) }) }
