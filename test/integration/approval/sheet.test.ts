/** The signed sheet (签批单): from the log and the approval to a PDF that can be searched and a workbook. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Card, filesOf } from '../../../src/kit/card.js'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'
import { textOfPdf } from '../../support/pdf.js'

let drumbeat: TestDrumbeat
let channel = ''
const answer = async (text: string, as = 'manager') =>
  (await voice(drumbeat, as, channel).say(`/mkt ${text}`)).messages
const say = async (text: string, as?: string) => words(await answer(text, as))

/** The file on the answer to `text`. */
const fetched = async (text: string, as = 'manager'): Promise<{ name: string; bytes: Buffer }> => {
  const message = (await answer(text, as)).findLast(({ card }) => card && filesOf(card as Card).length > 0)
  const name = filesOf(message?.card as Card)[0]?.name ?? ''
  const query = new URLSearchParams({ as, message: message?.id ?? '', name, language: 'zh-CN' })
  const response = await fetch(`${drumbeat.url}/api/playground/file?${query}`)
  return { name, bytes: Buffer.from(await response.arrayBuffer()) }
}

beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-29T02:00:00Z')
  channel = (await drumbeat.channel('sheet')).id
  await say(
    'new from ecom-004 "618 <!channel> 🚀" launch=2024-06-08 type=mega-promotion theme=狂欢 audience=新客',
  )
  await say(`plan set goals "${'提升销售额、拉新与复购。'.repeat(80)}"`)
  for (const item of ['rules', 'owners', 'risk']) await say(`plan set ${item} ${item}!`)
  await say('plan set budget 48万')
  await say('submit plan')
  await say('reject A-1 预算不够', 'marketing-manager')
  await say('plan set budget =53万')
  await say('submit plan')
  await say('comment A-2 与去年相比呢？', 'designer')
  await say('approve A-2 可以', 'marketing-manager')
}, 180_000)
afterAll(() => drumbeat.stop())

describe('the signed sheet', () => {
  it('as PDF tells document, signatures, earlier version and log, and every word can be found', async () => {
    const { name, bytes } = await fetched('签批单 A-2')
    expect(name).toBe('签批单 A-2 v2 C-1.pdf')
    const { pages, text } = textOfPdf(bytes)
    expect(pages).toBeGreaterThan(1)
    for (const part of [
      '签批单 · A-2 《活动策划方案》 v2',
      'C-1 618 <!channel> □',
      '=53万',
      '市场部经理',
      '已同意',
      '可以',
      '与去年相比呢？',
      'A-1 v1',
      '已驳回',
      '2024-05-29 10:',
      'Asia/Shanghai',
      '签字同意',
    ])
      expect(text).toContain(part)
    const approval = await drumbeat.store.prisma.approval.findUniqueOrThrow({ where: { id: 2 } })
    expect(text).toContain(approval.contentHash)
    const act = await drumbeat.store.prisma.auditEvent.findFirstOrThrow({
      where: { subject: 'approval:2', action: 'approval.approve' },
    })
    const seal = await drumbeat.store.prisma.auditSeal.findUniqueOrThrow({ where: { eventId: act.id } })
    expect(text).toContain(`#${seal.seq} ${seal.hash}`)
  })

  it('as a workbook says the same, with nothing that is taken for a formula', async () => {
    const { name, bytes } = await fetched('approval sheet A-2 xlsx')
    expect(name).toBe('签批单 A-2 v2 C-1.xlsx')
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['文件', '内容', '签批', '意见', '以往版本', '操作记录']),
    )
    const cells = sheets.flatMap(({ rows }) => rows.flat())
    expect(cells).toContain('=53万')
    expect(cells).toContain('C-1 618 <!channel> 🚀')
    expect(Buffer.from(bytes).includes('<f>')).toBe(false)
  })

  it('is offered on the card of the approval, and every sheet that was made is on record', async () => {
    expect(await say('approval A-2')).toContain('《活动策划方案》')
    const pressed = await voice(drumbeat, 'manager').say('/mkt approval A-2')
    expect(pressed.messages.at(-1)?.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['签批单（PDF）', '签批单（Excel）']),
    )
    expect(await say('audit A-2')).toContain('生成签批单 A-2')
    expect(await say('签批单 A-99')).toContain('A-99')
  })
})
