/** Small choices kept in this browser; a browser that keeps nothing only forgets. */

const prefix = 'drumbeat.playground.'

export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

export const remember = (name: string, value: string): void => {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    // private windows and full disks: the choice lasts as long as the page
  }
}
