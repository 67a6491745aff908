/** Pictures that were drawn before, as many as fit into some megabytes; what was not looked at longest goes first. */

export interface Kept {
  /** The picture called `name`, or a new one; what fails is not kept. */
  recall(name: string, draw: () => Promise<Buffer>): Promise<Buffer>
}

/** @param most how many bytes are kept in all */
export const createKept = (most: number): Kept => {
  const kept = new Map<string, Buffer>()
  let bytes = 0

  const forget = (name: string): void => {
    bytes -= kept.get(name)?.length ?? 0
    kept.delete(name)
  }
  const keep = (name: string, picture: Buffer): void => {
    forget(name)
    kept.set(name, picture)
    bytes += picture.length
    for (const oldest of kept.keys()) {
      if (bytes <= most) return
      forget(oldest)
    }
  }
  return {
    async recall(name, draw) {
      const picture = kept.get(name) ?? (await draw())
      keep(name, picture)
      return picture
    },
  }
}
