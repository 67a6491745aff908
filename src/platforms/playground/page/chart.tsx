/** A chart of a card: drawn for the eye, and as a table for those who listen. */
import type { Chart } from '../../../kit/card.js'
import { LinesView } from './chart-lines.js'
import { percentOf, present, seriesClass, valueAt, writer } from './chart-scale.js'
import { useWords } from './words.js'

export const ChartView = (chart: Chart) => {
  const t = useWords()
  if (present(chart).length === 0) {
    return (
      <figure class="chart">
        <figcaption>{chart.title}</figcaption>
        <p class="hint">{t('page.chart.empty')}</p>
      </figure>
    )
  }
  const lines = chart.shape === 'line'
  return (
    <figure class="chart">
      <figcaption>{chart.title}</figcaption>
      {(lines || chart.series.length > 1) && <Legend {...chart} />}
      {lines ? <LinesView {...chart} /> : <BarsView {...chart} />}
      <Spoken {...chart} />
    </figure>
  )
}

/** Which series is which; that of lines says their last value, too. */
const Legend = ({ shape, labels, series, unit }: Chart) => {
  const write = writer(useWords().language, unit, true)
  const last = (values: number[]) =>
    labels.map((_, at) => valueAt(values, at)).findLast((one) => one !== null)
  return (
    <ul class="legend" aria-hidden="true">
      {series.map(({ name, values }, at) => (
        <li key={at} class={seriesClass(at)}>
          <svg class={shape} viewBox="0 0 24 12" aria-hidden="true">
            <path d="M1 6h22" />
          </svg>
          {name}
          {shape === 'line' && <b>{write(last(values) ?? null)}</b>}
        </li>
      ))}
    </ul>
  )
}

const BarsView = (chart: Chart) => {
  const values = present(chart)
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const place = (value: number) => percentOf(value, least, most)
  return (
    <div class="bars" aria-hidden="true" style={{ '--zero': `${place(0)}%` }}>
      {chart.labels.map((label, at) => (
        <div key={at} class="group" style={{ '--rows': chart.series.length }}>
          <span class="label">{label}</span>
          {chart.series.map(({ values }, i) => (
            <Bar key={i} look={seriesClass(i)} value={valueAt(values, at)} unit={chart.unit} place={place} />
          ))}
        </div>
      ))}
    </div>
  )
}

interface BarProps {
  look: string
  value: number | null
  unit: string
  place: (value: number) => number
}

const Bar = ({ look, value, unit, place }: BarProps) => {
  const write = writer(useWords().language, unit, true)
  const [from, to] = [place(Math.min(0, value ?? 0)), place(Math.max(0, value ?? 0))]
  return (
    <div class={`bar ${look}`}>
      <span class="track">
        <span class="fill" style={{ '--from': `${from}%`, '--size': `${to - from}%` }} />
      </span>
      <span class="figure">{write(value)}</span>
    </div>
  )
}

const Spoken = ({ labels, series, unit }: Chart) => {
  const write = writer(useWords().language, unit, false)
  return (
    <div class="sr">
      <table>
        <thead>
          <tr>
            <td />
            {series.map(({ name }, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <tr key={at}>
              <th scope="row">{label}</th>
              {series.map(({ values }, i) => (
                <td key={i}>{write(valueAt(values, at))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
