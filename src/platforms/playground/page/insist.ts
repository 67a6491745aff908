/** Asking until there is an answer: for what the page cannot do without. */

const pause = 2000

/** Asks now and, as long as that fails, every two seconds. Returns how to stop; an answer is then ignored. */
export const insist = <T>(ask: () => Promise<T>, use: (answer: T) => void) => {
  let timer = 0
  let wanted = true
  const later = () => {
    if (wanted) timer = window.setTimeout(attempt, pause)
  }
  const attempt = () => void ask().then((answer) => wanted && use(answer), later)
  attempt()
  return () => {
    wanted = false
    window.clearTimeout(timer)
  }
}
