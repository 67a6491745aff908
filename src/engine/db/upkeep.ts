/**
 * Does for the embedded store what PostgreSQL's background processes do on a server: PGlite has none of them, so
 * its log would grow, and its tables swell, for as long as the bot runs.
 */
import type { Pool } from 'pg'

const INTERVAL = 60_000 // milliseconds
const LOG_BYTES = 32 * 1024 * 1024

const LOG_SIZE =
  'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()'

// Autovacuum's own rule with its default settings.
const WORN_TABLES = `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_all_tables
  WHERE schemaname NOT IN ('pg_toast', 'information_schema')
  AND (n_dead_tup > 50 + 0.2 * n_live_tup OR n_mod_since_analyze > 50 + 0.1 * n_live_tup)`

/**
 * Looks once a minute. @param onError a round failed; the next is tried all the same
 * @returns ends it
 */
export function startUpkeep(pool: Pool, onError: (error: Error) => void): () => void {
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    await upkeep(pool, LOG_BYTES).catch((error: Error) => pool.ending || onError(error))
    busy = false
  }, INTERVAL)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * One round. Statements are single, so that others get their turn between them.
 * @param logBytes how long the log may be that a restart after a kill must read
 */
export async function upkeep(pool: Pool, logBytes: number): Promise<void> {
  const { rows: tables } = await pool.query<{ name: string }>(WORN_TABLES)
  for (const { name } of tables) await pool.query(`VACUUM (ANALYZE) ${name}`)
  const {
    rows: [log],
  } = await pool.query<{ bytes: number }>(LOG_SIZE)
  if (log && log.bytes > logBytes) await pool.query('CHECKPOINT')
}
