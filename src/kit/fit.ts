/** How much of something fits: looked for by halves, as drawing it is the only way to know. */

/** What is made with the largest number from `least` to `most` that fits; null when not even `least` does. */
export const largest = <T>(
  least: number,
  most: number,
  make: (n: number) => T,
  fits: (made: T) => boolean,
): T | null => {
  let best: { made: T } | null = null
  let [low, high] = [least, most]
  while (low <= high) {
    const middle = best === null && low === least ? least : Math.ceil((low + high) / 2)
    const made = make(middle)
    if (fits(made)) {
      best = { made }
      low = middle + 1
    } else high = middle - 1
  }
  return best?.made ?? null
}
