/** Runs the measurements that need the local Slack; they print, and judge nothing. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/bench/*.bench.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 300_000,
    disableConsoleIntercept: true,
  },
})
