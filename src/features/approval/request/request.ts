/** Asking for an approval of some kind: what was typed becomes the sections that are signed. */
import type { Card } from '../../../kit/card.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { parseId } from '../../../kit/ids.js'
import { type Campaign, findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { findPerson, takesPart } from '../../people/index.js'
import { taskNumbered, taskRef } from '../../task/index.js'
import type { Section } from '../content.js'
import { acting } from '../find.js'
import type { FlowRole } from '../flow/flows.js'
import type { RequestKind } from '../flow/requests.js'
import { submitTyped } from '../submit.js'
import { ask, submittedCard } from '../submitted.js'

export type Given = Readonly<Record<string, string | undefined>>

export interface Way {
  kind: RequestKind
  /** Only whoever leads the campaign may ask for it. */
  leadOnly?: true
  /** Arguments that name people for steps. */
  people?: Readonly<Record<string, FlowRole>>
  /** Makes the sections, where they are not just what was typed. @throws UserError */
  read?: (ctx: Context, campaign: Campaign, given: Given) => Promise<Section[]> | Section[]
}

/** Submits what was typed and asks the signers. @throws UserError */
export const request = async (ctx: Context, way: Way, given: Given): Promise<Card> => {
  const actor = acting(ctx)
  const { campaign: named, ...typed } = given
  const again = { command: `request-${way.kind}`, args: written(typed) }
  const campaign = await findCampaign(ctx, named, again)
  if (way.leadOnly) mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  const people = way.people ?? {}
  const signers = await namedSigners(ctx, people, typed)
  const { title, ...rest } = Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in people)))
  const { topic, sections } = await titled(ctx, campaign, title)
  const said = way.read ? await way.read(ctx, campaign, rest) : asSections(rest)
  const approval = await submitTyped(ctx, {
    ...{ campaign, subject: way.kind, topic, submitter: actor.id, named: signers },
    content: { sections: [...sections, ...said] },
  })
  await ask(ctx, approval)
  return submittedCard(ctx, actor, approval)
}

const written = (given: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

export const asSections = (given: Given): Section[] =>
  Object.entries(written(given)).map(([item, content]) => ({ item, content }))

const longestTopic = 200

/** A task of the campaign may be meant: then its number tells requests apart, whatever it is called by then. */
const titled = async (ctx: Context, campaign: Campaign, title: string | undefined) => {
  if (title === undefined) return { topic: '', sections: [] }
  const id = parseId(title)
  const task = id?.prefix === 'M' ? await taskNumbered(ctx.db, campaign.id, id.number) : null
  if (id?.prefix === 'M' && !task)
    throw new UserError('approval.error.noTask', { given: title }, { field: 'title' })
  const topic = task ? (taskRef(task).split('/').at(-1) ?? title) : title.slice(0, longestTopic)
  return { topic, sections: [{ item: 'title', content: task ? task.name : title }] }
}

/** @throws UserError for people who are not known or only read */
const namedSigners = async (
  ctx: Context,
  people: Readonly<Record<string, FlowRole>>,
  given: Given,
): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const [field, role] of Object.entries(people)) {
    const text = given[field]
    if (text === undefined) continue
    const person = await findPerson(ctx, text, field)
    if (!takesPart(person)) throw new UserError('approval.error.reads', { name: person.name }, { field })
    found[role] = person.id
  }
  return found
}
