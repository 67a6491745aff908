/** Tries something again after a pause, as long as that is of use. */
import { setTimeout as pause } from 'node:timers/promises'

const tries = 3

/**
 * Does `work`, up to three times.
 * @param waitAfter milliseconds until it may go better; null when it will not
 * @throws what the last try threw
 */
export const again = async <T>(
  work: () => Promise<T>,
  waitAfter: (error: unknown, attempt: number) => number | null,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const ms = attempt < tries ? waitAfter(error, attempt) : null
      if (ms === null) throw error
      await pause(ms)
    }
  }
}
