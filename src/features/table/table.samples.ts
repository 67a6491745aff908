/** An example of an export. */
import { card, file, text } from '../../kit/card.js'
import type { Sample } from '../../kit/feature.js'

const args = { campaign: '1', table: 'preparation-progress', format: 'xlsx' }

export const samples: readonly Sample[] = [
  {
    name: 'table.exported',
    draw: (t) =>
      card(
        t('table.exported.title', { table: t.named('table.preparation-progress', 'title') }),
        [
          text(t('table.exported.text', { campaign: 'C-1', name: '618年中狂欢·全场满300减50' })),
          file('C-1 618年中狂欢·全场满300减50 活动筹备进度表.xlsx', { file: 'table', args }),
        ],
        'good',
      ),
  },
]
