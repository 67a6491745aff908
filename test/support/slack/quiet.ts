/** A logger for Slack's clients that says nothing: tests look at what happened instead. */
import { type Logger, LogLevel } from '@slack/web-api'

export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
