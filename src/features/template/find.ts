/** From `ecom-004`, `ecom-004 v1` or the name of a saved template to what a campaign is made of. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import type { Db } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import { templateNamed } from './catalogue.js'
import { contentFrom, templateFrom } from './content.js'
import { type Template, type TemplateName, templateNames } from './template.js'
import { allVersions, keyOf, type Version, versionById, versionsOf } from './template.repo.js'
import { numberIn } from './words.js'

/** How many names an answer lists. */
const mostListed = 10

/** `ecom-004 v1`, `ecom-004/v1`: name and version, which may be left out. */
export const splitVersion = (text: string): { name: string; version: number | null } => {
  const line = text.normalize('NFKC').trim()
  const [, name, version] = /^(.+?)[\s/:@]+v ?([1-9]\d{0,5})$/iu.exec(line) ?? []
  return name === undefined ? { name: line, version: null } : { name, version: Number(version) }
}

export const builtIn = (key: string): TemplateName | null =>
  templateNames.find((name) => name === key) ?? null

export interface Found {
  template: Template
  /** The stored row; null for a built-in one. */
  row: Version | null
}

/**
 * The template meant by `text`: its newest version that is offered, or the one asked for.
 * @throws UserError (field `template`) when there is no such template or version, or when it is retired
 */
export const findTemplate = async (ctx: Pick<Context, 'db'>, text: string): Promise<Found> => {
  const numbered = numberIn(text)
  const row = numbered === null ? null : await versionById(ctx.db, numbered)
  return row ? foundAs(row) : namedSo(ctx, text)
}

const namedSo = async (ctx: Pick<Context, 'db'>, text: string): Promise<Found> => {
  const { name, version } = splitVersion(text)
  const key = keyOf(name)
  const rows = await versionsOf(ctx.db, key)
  const own = builtIn(key)
  if (!own && rows.length === 0) throw await unknown(ctx.db, name)
  const offered = rows.filter(({ retiredAt }) => retiredAt === null)
  if (version === null) {
    const [newest] = offered
    if (newest) return foundAs(newest)
    if (own) return { template: templateNamed(own), row: null }
    throw retired(rows[0] as Version)
  }
  if (version === 1 && own) return { template: templateNamed(own), row: null }
  const row = rows.find((one) => one.version === version)
  if (row) return foundAs(row)
  const known = [...offered.map((one) => `v${one.version}`), ...(own ? ['v1'] : [])].slice(0, mostListed)
  const params = { name: cut(name, 60), version, known: known.join(', ') || '–' }
  throw new UserError('template.error.version', params, { field: 'template' })
}

const foundAs = (row: Version): Found => ({ template: templateOf(row), row })

/** @throws UserError when what is stored is no template (any more) */
export const templateOf = (row: Version): Template => {
  const content = contentFrom(row.content)
  const { id, name, version } = row
  if (content) return templateFrom(content, { id, name, version })
  throw new UserError('template.error.damaged', { name: cut(name, 60), version }, { field: 'template' })
}

/** @throws UserError when the version is no longer offered */
export const mustBeOffered = ({ row }: Found): void => {
  if (row?.retiredAt) throw retired(row)
}

const retired = ({ name, version }: Version): UserError =>
  new UserError('template.error.retired', { name: cut(name, 60), version }, { field: 'template' })

const unknown = async (db: Db, name: string): Promise<UserError> => {
  const { versions } = await allVersions(db, 100)
  const names = [...new Set([...templateNames, ...versions.map((one) => cut(one.name, 40))])]
  const known = names.slice(0, mostListed).join(', ')
  return new UserError('template.error.unknown', { name: cut(name, 60), known }, { field: 'template' })
}

/** What the campaign was made from: the saved version, else the built-in template. */
export const templateUsed = async (
  db: Db,
  campaign: { template: string; templateVersionId: number | null },
): Promise<Template> => {
  const row = campaign.templateVersionId === null ? null : await versionById(db, campaign.templateVersionId)
  const content = row && contentFrom(row.content)
  return row && content
    ? templateFrom(content, { id: row.id, name: row.name, version: row.version })
    : templateNamed(campaign.template)
}
