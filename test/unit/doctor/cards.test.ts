/** The doctor's card: its tone, its lines, and words for everything that may be found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { doctorCard } from '../../../src/features/doctor/index.js'
import { buttonsOf } from '../../../src/kit/card.js'
import type { Finding } from '../../../src/kit/finding.js'
import { plainCard } from '../../../src/kit/plain.js'
import { languages } from '../../../src/kit/translate.js'

const locales = readLocales()
const translator = createTranslators(locales)
const drawn = (findings: readonly Finding[], language: (typeof languages)[number] = 'en') =>
  doctorCard(findings)(translator(language))

const scope: Finding = { area: 'slack', what: 'slackScope', level: 'bad', params: { scope: 'files:write' } }
const fine: Finding = { area: 'people', what: 'peopleOk', level: 'good', params: { count: 3 } }

describe('the card', () => {
  it('says what is wrong and its cure, worst first, and what is well in one short line', () => {
    const calendar: Finding = {
      area: 'house',
      what: 'calendarOutdated',
      level: 'warn',
      params: { year: 2027 },
    }
    const card = drawn([fine, calendar, scope])
    expect(card.tone).toBe('bad')
    const [title, ...lines] = plainCard(card).split('\n')
    expect(title).toBe('1 thing to put right')
    expect(lines[0]).toBe('Slack')
    expect(lines[1]).toMatch(/^• To put right · The permission files:write is missing\. → Add it under/)
    expect(lines[3]).toMatch(/^• To look at · The holidays of 2027 are unknown.*chinese-days/)
    expect(lines.at(-1)).toBe('✓ 3 people; every position that signs is held.')
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['doctor'])
  })

  it('is good when all is well', () => {
    expect(drawn([fine])).toMatchObject({ tone: 'good', title: 'Everything is in order' })
  })

  it('names positions in the words of the reader, and the command to type', () => {
    const signers: Finding = {
      area: 'people',
      what: 'signersMissing',
      level: 'warn',
      params: { roles: 'finance-head,sales-head', role: 'finance-head', count: 2 },
    }
    expect(plainCard(drawn([signers], 'zh-CN'))).toContain('财务部负责人, 销售部负责人')
    expect(plainCard(drawn([signers], 'zh-CN'))).toContain('/mkt 授予角色 @姓名 finance-head')
  })

  it('shows twenty lines of an area and counts the rest', () => {
    const many = Array.from({ length: 45 }, (_, i) => ({ ...scope, params: { scope: `s${i}` } }))
    const lines = plainCard(drawn(many)).split('\n')
    expect(lines.filter((line) => line.includes('permission'))).toHaveLength(20)
    expect(lines.at(-1)).toBe('• … and 25 more')
  })

  it('leaves data as data', () => {
    const nasty = { ...scope, params: { scope: '<!channel> {scope} *a* <b>x</b>' } }
    expect(plainCard(drawn([nasty]))).toContain('<!channel> {scope} *a* <b>x</b>')
  })
})

describe('words', () => {
  const root = join(import.meta.dirname, '../../..')
  const filesIn = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
  const platforms = filesIn('src/platforms').map((folder) => `${folder}/check.ts`)
  const files = [
    ...filesIn('src/features/doctor').filter((file) => file.endsWith('.ts')),
    ...['src/doctor.ts', 'src/engine/work/outside.ts'],
    ...platforms.filter((file) => existsSync(join(root, file))),
  ]
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:what: |finding\(\s*)'(\w+)'/g)].map(
      ([, what]) => what ?? '',
    ),
  )
  const good = [
    'houseOk',
    'auditSealed',
    'peopleOk',
    'peopleNone',
    'campaignsOk',
    'slackOk',
    'dingtalkOk',
    'dingtalkStream',
  ]

  it.each(languages)('say in %s everything that may be found, and how it is cured', (language) => {
    const messages = locales.messages[language]
    expect(named).toContain('slackScope')
    const silent = [...new Set(named)].filter(
      (what) =>
        !messages.has(`doctor.finding.${what}.says`) ||
        (!good.includes(what) && !messages.has(`doctor.finding.${what}.cure`)),
    )
    expect(silent).toEqual([])
  })
})
