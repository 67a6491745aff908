/** Connects to a PostgreSQL server. */
import pg from 'pg'
import type { Database } from './database.js'

/**
 * Connects lazily: a wrong address shows at the first query.
 * @param onError an idle connection broke; the pool makes a new one when it needs it
 */
export function connectServer(databaseUrl: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'drumbeat',
    max: 10,
    keepAlive: true,
    // Milliseconds. A transaction may last 10 s (see open.ts): what lasts much longer is stuck.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  pool.on('error', onError)
  return { pool, kind: 'server', close: () => pool.end() }
}
