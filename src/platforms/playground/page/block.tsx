/** Every kind of block as elements; a kind that is missing in the table does not compile. */
import type { ComponentChild } from 'preact'
import type { Block, BlockKind, Fields, List, Progress } from '../../../kit/card.js'
import { Buttons } from './button.js'
import { ChartView } from './chart.js'
import { FileView } from './file.js'
import { Icon } from './icon.js'
import { TableView } from './table.js'
import { TextView } from './text.js'
import { useWords } from './words.js'

const FieldsView = ({ items }: Fields) => (
  <dl class="fields">
    {items.map((item, i) => (
      <div key={i}>
        <dt>{item.name}</dt>
        <dd>
          <TextView text={item.value} />
        </dd>
      </div>
    ))}
  </dl>
)

const Mark = ({ done }: { done: boolean | undefined }) => {
  const t = useWords()
  if (done === undefined) return <span class="mark dot" aria-hidden="true" />
  return (
    <span
      class={done ? 'mark done' : 'mark'}
      role="img"
      aria-label={t(done ? 'page.card.done' : 'page.card.open')}
    >
      <Icon name={done ? 'good' : 'circle'} />
    </span>
  )
}

const ListView = ({ items }: List) => (
  <ul class="list">
    {items.map((item, i) => (
      <li key={i} class={item.done ? 'done' : undefined}>
        <Mark done={item.done} />
        <span class="item">
          <TextView text={item.text} />
        </span>
        <Buttons buttons={item.buttons} />
      </li>
    ))}
  </ul>
)

const ProgressView = ({ label, done, total }: Progress) => {
  const { language } = useWords()
  const share = total > 0 ? done / total : 0
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  return (
    <div class="progress">
      <span>{label}</span>
      <span class="figure">
        {done}/{total} · {percent}
      </span>
      <progress max={total > 0 ? total : 1} value={total > 0 ? done : 0} aria-label={label} />
    </div>
  )
}

type Draw = { [K in BlockKind]: (block: Extract<Block, { kind: K }>) => ComponentChild }

const draw: Draw = {
  text: (block) => (
    <p class="text">
      <TextView text={block.text} />
    </p>
  ),
  note: (block) => (
    <p class="note">
      <TextView text={block.text} />
    </p>
  ),
  fields: (block) => <FieldsView {...block} />,
  list: (block) => <ListView {...block} />,
  table: (block) => <TableView {...block} />,
  progress: (block) => <ProgressView {...block} />,
  chart: (block) => <ChartView {...block} />,
  file: (block) => <FileView {...block} />,
  actions: (block) => <Buttons buttons={block.buttons} />,
}

export const BlockView = ({ block }: { block: Block }) => (
  <>{(draw[block.kind] as (block: Block) => ComponentChild)(block)}</>
)
