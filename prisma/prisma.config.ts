// For Prisma's own CLI (`npx prisma migrate deploy --config prisma/prisma.config.ts`); Drumbeat itself never reads it.
import { defineConfig, env } from 'prisma/config'

export default defineConfig({
  schema: '.',
  migrations: { path: 'migrations' },
  datasource: { url: env('DATABASE_URL') },
})
