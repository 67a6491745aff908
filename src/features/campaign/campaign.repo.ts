/** How campaigns are kept, with their phases, plan, channels and roles. */
import type { Address } from '../../kit/address.js'
import type { Db, Prisma } from '../../kit/store.js'

const whole = {
  phases: { orderBy: { fromOn: 'asc' } },
  planItems: true,
  channels: true,
  roles: { orderBy: { role: 'asc' } },
} satisfies Prisma.CampaignInclude
export type Campaign = Prisma.CampaignGetPayload<{ include: typeof whole }>

const open = { status: { in: ['active', 'paused'] } } satisfies Prisma.CampaignWhereInput
const newest = { id: 'desc' } satisfies Prisma.CampaignOrderByWithRelationInput

export const campaignById = (db: Db, id: number): Promise<Campaign | null> =>
  db.campaign.findUnique({ where: { id }, include: whole })

const found = (db: Db, where: Prisma.CampaignWhereInput): Promise<Campaign[]> =>
  db.campaign.findMany({ where, include: whole, orderBy: newest })

// Not `insensitive`: Prisma would use ILIKE, where a % or a \ in a name is no longer data.
/** Campaigns with exactly this name, the newest first. */
export const campaignsCalled = (db: Db, name: string): Promise<Campaign[]> => found(db, { name })

/** Open campaigns that this channel follows. */
export const openIn = (db: Db, { platform, channel }: Address): Promise<Campaign[]> =>
  found(db, { ...open, channels: { some: { platform, channel } } })

/** All open campaigns. */
export const allOpen = (db: Db): Promise<Campaign[]> => found(db, open)

/** Open campaigns that this person leads, created or holds a role in. */
export const openOf = (db: Db, personId: string): Promise<Campaign[]> =>
  found(db, {
    ...open,
    OR: [{ ownerId: personId }, { createdById: personId }, { roles: { some: { personId } } }],
  })

/** Campaigns with one of these statuses, the newest first, and how many there are in all. */
export const campaignsWith = async (db: Db, statuses: readonly string[], take: number) => {
  const where = { status: { in: [...statuses] } }
  const campaigns = await db.campaign.findMany({ where, include: whole, orderBy: newest, take })
  return { campaigns, total: await db.campaign.count({ where }) }
}

/** The regional copies of a campaign, by their dates. */
export const copiesOf = (db: Db, parentId: number): Promise<Campaign[]> =>
  db.campaign.findMany({ where: { parentId }, include: whole, orderBy: [{ launchOn: 'asc' }, { id: 'asc' }] })

/** Some campaigns of a programme, by their dates, and how many it has. */
export const campaignsIn = async (db: Db, programmeId: number, take: number) => {
  const where = { programmeId }
  const orderBy = [{ launchOn: 'asc' }, { id: 'asc' }] satisfies Prisma.CampaignOrderByWithRelationInput[]
  const campaigns = await db.campaign.findMany({ where, include: whole, orderBy, take })
  return { campaigns, total: await db.campaign.count({ where }) }
}

const brief = {
  id: true,
  name: true,
  status: true,
  zone: true,
  ownerId: true,
  createdById: true,
} satisfies Prisma.CampaignSelect
/** What lists over several campaigns say of each. */
export type CampaignBrief = Prisma.CampaignGetPayload<{ select: typeof brief }>

/** The open ones of `ids`, and those that `leader` owns or created: one query, however many they are. */
export const openCampaigns = (
  db: Db,
  { ids, leader }: { ids: readonly number[]; leader?: string },
): Promise<CampaignBrief[]> => {
  const led = leader === undefined ? [] : [{ ownerId: leader }, { createdById: leader }]
  return db.campaign.findMany({ where: { ...open, OR: [{ id: { in: [...ids] } }, ...led] }, select: brief })
}

/** Campaigns of this kind (type or template) that were launched in one of `spans`, but for those called off. */
export const launchedBetween = (
  db: Db,
  { type, template }: Pick<Campaign, 'type' | 'template'>,
  spans: readonly { from: string; to: string }[],
) =>
  db.campaign.findMany({
    where: {
      status: { not: 'cancelled' },
      OR: [{ type }, { template }],
      AND: [{ OR: spans.map(({ from, to }) => ({ launchOn: { gte: from, lte: to } })) }],
    },
    select: { id: true, name: true, launchOn: true },
    orderBy: newest,
  })

export type NewCampaign = Omit<
  Prisma.CampaignUncheckedCreateInput,
  'phases' | 'planItems' | 'channels' | 'roles'
> & {
  phases: { key: string; label: string; fromOn: string; toOn: string }[]
  roles: { role: string; personId: string }[]
  channels: { platform: string; channel: string }[]
}

export const createCampaign = (
  db: Db,
  { phases, roles, channels, ...rest }: NewCampaign,
): Promise<Campaign> =>
  db.campaign.create({
    data: { ...rest, phases: { create: phases }, roles: { create: roles }, channels: { create: channels } },
    include: whole,
  })

/** Compare-and-set: whether the campaign still had this version. */
export const updateCampaign = async (
  db: Db,
  { id, version }: Pick<Campaign, 'id' | 'version'>,
  data: Prisma.CampaignUpdateManyMutationInput,
): Promise<boolean> => {
  const { count } = await db.campaign.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** @param reason why it is longer or shorter than is normal: of another length, another reason. */
export const savePhase = (
  db: Db,
  campaignId: number,
  { key, label, fromOn, toOn }: { key: string; label: string; fromOn: string; toOn: string },
  reason: string | null,
) =>
  db.phase.upsert({
    where: { campaignId_key: { campaignId, key } },
    create: { campaignId, key, label, fromOn, toOn, reason },
    update: { fromOn, toOn, reason },
  })

export const saveReason = (db: Db, campaignId: number, key: string, reason: string) =>
  db.phase.update({ where: { campaignId_key: { campaignId, key } }, data: { reason } })

export const savePlanItem = (db: Db, campaignId: number, item: string, content: string) =>
  db.planItem.upsert({
    where: { campaignId_item: { campaignId, item } },
    create: { campaignId, item, content },
    update: { content },
  })

export const saveRole = (db: Db, campaignId: number, role: string, personId: string) =>
  db.campaignRole.upsert({
    where: { campaignId_role: { campaignId, role } },
    create: { campaignId, role, personId },
    update: { personId },
  })

export const addChannel = (db: Db, campaignId: number, platform: string, channel: string) =>
  db.campaignChannel.upsert({
    where: { platform_channel_campaignId: { platform, channel, campaignId } },
    create: { platform, channel, campaignId },
    update: {},
  })

/** @returns whether the channel followed the campaign. */
export const removeChannel = async (
  db: Db,
  campaignId: number,
  platform: string,
  channel: string,
): Promise<boolean> =>
  (await db.campaignChannel.deleteMany({ where: { campaignId, platform, channel } })).count > 0

/** What names `other` names `person` from now on. @returns the open campaigns that did. */
export const renameIn = async (db: Db, other: string, person: string): Promise<number[]> => {
  const naming = [{ ownerId: other }, { createdById: other }, { roles: { some: { personId: other } } }]
  const concerned = await db.campaign.findMany({ where: { ...open, OR: naming }, select: { id: true } })
  await db.campaign.updateMany({ where: { ownerId: other }, data: { ownerId: person } })
  await db.campaign.updateMany({ where: { createdById: other }, data: { createdById: person } })
  await db.campaignRole.updateMany({ where: { personId: other }, data: { personId: person } })
  await db.phaseDetail.updateMany({ where: { ownerId: other }, data: { ownerId: person } })
  return concerned.map(({ id }) => id)
}
