/** How strategies and their modules are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { Decimal } from '../../kit/value.js'
import { keyOf, type Place } from './strategy.js'

const whole = { modules: { orderBy: { number: 'asc' } } } satisfies Prisma.StrategyInclude
export type Strategy = Prisma.StrategyGetPayload<{ include: typeof whole }>
export type Module = Strategy['modules'][number]

export const strategiesOf = (db: Db, campaignId: number): Promise<Strategy[]> =>
  db.strategy.findMany({ where: { campaignId }, include: whole, orderBy: { number: 'asc' } })

/** From here on nobody else changes the strategies of this campaign, until this work is kept. */
export const holdStrategies = (db: Db, campaignId: number) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('strategy'), ${campaignId}::int)`

/** The caller holds the strategies and knows that none of `names` is there. */
export const addStrategies = async (
  db: Db,
  campaignId: number,
  names: readonly string[],
  budget: Decimal | null = null,
): Promise<void> => {
  const last = await db.strategy.aggregate({ where: { campaignId }, _max: { number: true } })
  const first = (last._max.number ?? 0) + 1
  await db.strategy.createMany({
    data: names.map((name, i) => ({ campaignId, number: first + i, name, key: keyOf(name), budget })),
  })
}

/** As `addStrategies`, with the strategies they belong to as they are now. */
export const addModules = async (
  db: Db,
  tree: readonly Strategy[],
  places: readonly (Place & { module: string })[],
): Promise<void> => {
  const next = new Map(tree.map(({ id, modules }) => [id, (modules.at(-1)?.number ?? 0) + 1]))
  const data = places.flatMap(({ strategy: name, module }) => {
    const strategyId = tree.find(({ key }) => key === keyOf(name))?.id
    if (strategyId === undefined) return []
    const number = next.get(strategyId) ?? 1
    next.set(strategyId, number + 1)
    return [{ strategyId, number, name: module, key: keyOf(module) }]
  })
  await db.strategyModule.createMany({ data })
}

export const updateStrategy = (db: Db, id: number, data: Prisma.StrategyUpdateManyMutationInput) =>
  db.strategy.updateMany({ where: { id }, data })

export const renameModule = (db: Db, id: number, name: string) =>
  db.strategyModule.updateMany({ where: { id }, data: { name, key: keyOf(name) } })

const planned = { status: { not: 'cancelled' } }

/** Takes it away with its modules. @returns false when it has tasks */
export const removeStrategy = async (db: Db, id: number): Promise<boolean> =>
  (await db.strategy.deleteMany({ where: { id, tasks: { none: planned } } })).count === 1

/** @returns false when it has tasks */
export const removeModule = async (db: Db, id: number): Promise<boolean> =>
  (await db.strategyModule.deleteMany({ where: { id, tasks: { none: planned } } })).count === 1

/** Ids of the tasks of a strategy, or of one of its modules. */
export const tasksWithin = async (db: Db, strategyId: number, moduleId?: number): Promise<number[]> => {
  const where = moduleId === undefined ? {} : { where: { moduleId } }
  const found = await db.strategy.findUnique({
    where: { id: strategyId },
    select: { tasks: { ...where, select: { id: true } } },
  })
  return (found?.tasks ?? []).map(({ id }) => id)
}
