/** Numbers of a workbook are read as people see them: with the unit that only the format of the cell says. */
import { describe, expect, it } from 'vitest'
import { shownNumber } from '../../../src/features/table/read/shown.js'

describe('a number', () => {
  it.each([
    [20, '0"万人"', '20万人'],
    [1000, '#,##0"万次"', '1000万次'],
    [30, '"≤"0"秒"', '≤30秒'],
    [0.3, '"提升"0%', '提升30%'],
    [0.3, '+0%;-0%', '+30%'],
    [-0.3, '+0%;-0%', '-30%'],
    [0, '0%', '0%'],
    [5_000_000, '¥#,##0', '¥5000000'],
    [5_000_000, '[$¥-804]#,##0.00', '¥5000000'],
    [500, 'General"件"', '500件'],
    [3, '"M-"000', 'M-003'],
    [-5, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-5'],
    [8, '[Red]0"天"', '8天'],
  ])('%d under %s says %s', (value, format, shown) => expect(shownNumber(value, format)).toBe(shown))

  it.each([
    [123_456, '0!.0,"万"', '123456'],
    [123_456, '#,##0,"千"', '123456'],
    [50_000, '[>=10000]0!.0,"万";0', '50000'],
    [12, '0.00E+00', '12'],
    [1.5, '# ?/?', '1.5'],
    [-5, '#,##0;(#,##0)', '-5'],
    [20, '$#,##0', '20'],
    [0.835, '0.0%;(0.0%)', '83.5%'],
    [7, undefined, '7'],
    [7, '', '7'],
  ])('%d under %s is what is kept: %s', (value, format, kept) =>
    expect(shownNumber(value, format)).toBe(kept),
  )

  it('has no more digits than Excel shows', () => {
    expect(shownNumber(0.1 + 0.2)).toBe('0.3')
    expect(shownNumber(98.600000000000009)).toBe('98.6')
    expect(shownNumber(0.07, '0%')).toBe('7%')
    expect(shownNumber(0.289, '0.0%')).toBe('28.9%')
  })
})
