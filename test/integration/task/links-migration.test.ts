/** The text column of before becomes links: ids that name a task of the campaign, however they were written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../../support/store.js'

const folder = join(import.meta.dirname, '../../../prisma/migrations')
const name = readdirSync(folder).find((one) => one.endsWith('_task_links')) ?? ''
const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')

const before = [
  [1, 1, null],
  [1, 2, '无'],
  [1, 3, 'M-001, M-002'],
  [1, 4, 'M-001 / M-03 done'],
  [1, 5, '内容策划案确认后'],
  [1, 6, 'M-002内容策划案确认后'],
  [1, 7, 'M-001, M-099'],
  [1, 8, 'C-2/M-001'],
  [1, 9, 'c1/m5；m 6'],
  [1, 10, 'M-010 itself'],
  [1, 11, 'M-012'],
  [1, 12, 'M-011 and M-001'],
  [1, 13, 'ATM-001'],
  [2, 1, 'M-002'],
  [2, 2, null],
] as const

it('what the text names becomes links, and other words stay', async () => {
  const { pool, close } = await openTestDatabase()
  try {
    await pool.query('DROP TABLE "TaskLink"; DROP INDEX "Task_campaignId_id_key"')
    for (const [campaign, number, text] of before) {
      await pool.query(
        `INSERT INTO "Task" ("campaignId", number, name, "ownerId", "startOn", "dueOn", predecessor)
         VALUES ($1, $2, 'task', 'p', '2024-05-01', '2024-05-02', $3)`,
        [campaign, number, text],
      )
    }
    await pool.query(sql)
    const links = await pool.query(
      `SELECT task."campaignId" || ':' || task.number || '<' || other.number AS link FROM "TaskLink" link
       JOIN "Task" task ON task.id = link."taskId" JOIN "Task" other ON other.id = link."predecessorId"
       ORDER BY task."campaignId", task.number, other.number`,
    )
    expect(links.rows.map(({ link }) => link)).toEqual([
      ...['1:3<1', '1:3<2', '1:4<1', '1:4<3', '1:6<2', '1:7<1', '1:9<5', '1:9<6', '1:12<1', '2:1<2'],
    ])
    const texts = await pool.query(
      'SELECT number, predecessor FROM "Task" WHERE "campaignId" = 1 AND predecessor IS NOT NULL ORDER BY number',
    )
    expect(texts.rows.map(({ number, predecessor }) => [number, predecessor])).toEqual([
      [4, 'done'],
      [5, '内容策划案确认后'],
      [6, '内容策划案确认后'],
      [7, 'M-001, M-099'],
      [8, 'C-2/M-001'],
      [10, 'M-010 itself'],
      [11, 'M-012'],
      [12, 'M-011 and M-001'],
      [13, 'ATM-001'],
    ])
  } finally {
    await close()
  }
})
