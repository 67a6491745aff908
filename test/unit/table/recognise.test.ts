/** The twelve tables are told apart by their headings: in every language, mangled, in any order, below a title. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { printed, printedTables } from '../../../src/features/table/printed.js'
import { recognise } from '../../../src/features/table/read/recognise.js'
import { readText } from '../../../src/features/table/read/text.js'
import { languages } from '../../../src/kit/translate.js'

const translator = createTranslators(readLocales())
const t = translator('zh-CN')
const recognised = (text: string) => recognise(t, [readText(text)])

describe('a heading', () => {
  for (const table of printedTables) {
    it.each(languages)(`of ${table} is known in %s, whatever the order`, (language) => {
      const words = translator(language)
      const headings = printed[table].map((column) => words.named(`table.${table}`, column))
      for (const order of [headings, [...headings].reverse()]) {
        const found = recognised(`${order.join('\t')}\n${order.map(() => 'x').join('\t')}`)
        expect(found.table).toBe(table)
        expect([...found.columns.keys()].sort()).toEqual([...printed[table]].sort())
      }
    })
  }

  it.each([
    [
      'process-tracking',
      '活動(dòng)階(jiē)段|任務(wù)名稱(chēng)|詳(xiáng)細(xì)內(nèi)容|責(zé)任人|時(shí)間節(jié)點(diǎn)|完成狀態(tài)|備注',
    ],
    [
      'market-plan',
      '活動(dòng)階段|時(shí)間節(jié)點(diǎn)|負(fù)責(zé)人|核心任務(wù)|完成標(biāo)準(zhǔn)|資源需求|風(fēng)險(xiǎn)預(yù)案|備注',
    ],
    [
      'goal-consensus',
      '目標(biāo)類型|核心策略方向|量化指標(biāo)|目標(biāo)值|負(fù)責(zé)人|達(dá)成時(shí)間|備注（如依賴(lài)資源）',
    ],
    [
      'execution-monitor',
      '監(jiān)控指標(biāo)|目標(biāo)值|實(shí)時(shí)數(shù)據(jù)|預(yù)警閾值|處理措施',
    ],
    [
      'progress-issues',
      '日期|關(guān)鍵任務(wù)進(jìn)展|完成率|異常問題|問題影響|責(zé)任人|處理措施|預(yù)計(jì)解決時(shí)間|狀態(tài)',
    ],
  ])('of %s is known as the sources print it', (table, heading) => {
    const found = recognised(
      `|${heading}|\n|${heading.replace(/[^|]+/g, '---')}|\n|${heading.replace(/[^|]+/g, 'x')}|`,
    )
    expect(found.table).toBe(table)
    expect(found.extra).toEqual([])
  })

  it('may stand below a title and be called otherwise', () => {
    const found = recognised('推广任务表,,,\n\n任务,责任人,截止日期,预算\n拍摄,专员,2024-05-20,3万')
    expect(found).toMatchObject({
      table: 'preparation-progress',
      heading: { row: 3 },
      extra: [{ label: '预算', at: 3 }],
    })
  })

  it('is looked for on each sheet, the first that has one', () => {
    const found = recognise(t, [readText('说明,请填写\n,'), readText('任务,负责人,截止时间\na,b,c')])
    expect(found.table).toBe('preparation-progress')
  })

  it('may stand in two rows', () => {
    const found = recognised('阶段,任务名称,负责人,起止时间,,备注\n,,,开始,结束,\n筹备,拍摄,专员,5.1,5.3,')
    expect(found).toMatchObject({ table: 'preparation-progress', heading: { row: 2 } })
    expect(found.columns.get('due')).toBe(4)
  })

  it('that fits two tables is of the one that lacks nothing', () => {
    expect(recognised('活动阶段,时间节点,负责人\n筹备期,6.1-6.7,专员').table).toBe('strategy-plan')
  })

  it('is taken from the sheet that has all columns; other tables are named', () => {
    const named = (name: string, text: string) => ({ ...readText(text), name })
    const found = recognise(t, [
      named('封面', '负责人,完成状态\n专员,'),
      named('任务', '任务,负责人,截止时间\na,b,c'),
      named('目标', '量化指标,目标值,达成时间\na,b,c'),
      named('说明', '请填写\na'),
    ])
    expect(found).toMatchObject({ table: 'preparation-progress', others: ['目标'] })
  })

  it('that lacks what a row cannot do without is named', () => {
    expect(() => recognised('任务名称,完成状态,备注\na,b,c')).toThrow('table.error.missing')
    expect(() => recognised('姓名,电话\na,b')).toThrow('table.error.unknown')
    expect(() => recognised('')).toThrow('table.error.unknown')
  })
})
