/** What a store stands on: connections, wherever the database lives. */
import type { Pool } from 'pg'

export interface Database {
  pool: Pool
  kind: 'embedded' | 'server'
  /** Nothing may be in use any more. */
  close(): Promise<void>
}
