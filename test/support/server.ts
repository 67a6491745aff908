/** Makes and drops databases on the server that TEST_DATABASE_URL names. */
import pg from 'pg'

/** Runs one statement in a connection of its own. */
export async function onServer(server: string, sql: string): Promise<{ datname?: string }[]> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query<{ datname?: string }>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
