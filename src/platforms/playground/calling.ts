/** How the bot is called in a group: `/mkt`, also written onto a Chinese word, or one of its names. */

const slash = /^\s*\/mkt(?=\s|$|\p{Script=Han})\s*/iu
const name = /^\s*[@＠](?:鼓点|鼓點|drumbeat|bot|机器人|機器人)(?=[\s,，:：]|$)[,，:：]?\s*/iu

/** A slash command is between the person and the bot, as on Slack. */
export const isSlash = (text: string): boolean => slash.test(text)

/** The command behind the call, or null when the bot is not called. */
export const calledLine = (text: string): string | null => {
  const call = slash.exec(text) ?? name.exec(text)
  return call ? text.slice(call[0].length) : null
}
