/** How the bot is called in a group: `/mkt` or one of its names, in Chinese also without a blank behind it. */

const end = '(?=[\\s,，:：]|$|\\p{Script=Han})[,，:：]?\\s*'
const slash = new RegExp(`^\\s*[/／]mkt${end}`, 'iu')
const name = new RegExp(`^\\s*[@＠](?:鼓点|鼓點|drumbeat|bot|机器人|機器人)${end}`, 'iu')

/** A slash command is between the person and the bot, as on Slack. */
export const isSlash = (text: string): boolean => slash.test(text)

/** The command behind the call, or null when the bot is not called. */
export const calledLine = (text: string): string | null => {
  const call = slash.exec(text) ?? name.exec(text)
  return call ? text.slice(call[0].length) : null
}
