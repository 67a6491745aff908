/** A database that lives inside this process, as the wire protocol sees it. */

/** A database with one session: whole wire messages go in, the whole answer comes out. */
export interface Backend {
  /** @throws when the database is gone; the client then sees its connection break */
  send(messages: Uint8Array): Promise<Uint8Array>
  /** The client has left: whatever it had open is rolled back. Later calls wait for that. */
  hangUp(): Promise<void>
  close(): Promise<void>
}

/** One fresh buffer, because Node's pooled ones can neither be moved to another thread nor copied cheaply. */
export function join(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
