/** The lines of a chart: stretched to the room there is, with words beside them that are not. */
import type { Chart } from '../../../kit/card.js'
import { percentOf, present, seriesClass, ticksFor, valueAt, writer } from './chart-scale.js'
import { useWords } from './words.js'

const mostLabels = 6

type Point = { x: number; y: number; says: string } | null

export const LinesView = (chart: Chart) => {
  const { labels, series, unit } = chart
  const write = writer(useWords().language, unit, true)
  const ticks = ticksFor(present(chart))
  const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const x = (at: number) => (labels.length > 1 ? (at / (labels.length - 1)) * 100 : 50)
  const y = (value: number) => 100 - percentOf(value, least, most)
  const pointOf = (value: number | null, at: number): Point =>
    value === null ? null : { x: x(at), y: y(value), says: `${labels[at]}: ${write(value)}` }
  return (
    <div class="lines" aria-hidden="true">
      <Scale ticks={ticks.map((tick) => ({ top: y(tick), words: write(tick) }))} />
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="grid" d={ticks.map((tick) => `M0 ${y(tick)}h100`).join('')} />
        {series.map(({ values }, i) => (
          <Line
            key={i}
            look={seriesClass(i)}
            points={labels.map((_, at) => pointOf(valueAt(values, at), at))}
          />
        ))}
      </svg>
      <Labels labels={labels} x={x} />
    </div>
  )
}

/** Hidden copies of the words in one place make the column as wide as the widest. */
const Scale = ({ ticks }: { ticks: { top: number; words: string }[] }) => (
  <div class="scale">
    {ticks.map(({ top, words }) => (
      <span key={words}>
        <span class="room">{words}</span>
        <span class="tick" style={{ top: `${top}%` }}>
          {words}
        </span>
      </span>
    ))}
  </div>
)

/** A missing value leaves a gap; a point without length is a round dot however the picture is stretched. */
const Line = ({ look, points }: { look: string; points: Point[] }) => (
  <g class={look}>
    <path
      class="line"
      d={points.map((p, i) => (p ? `${points[i - 1] ? 'L' : 'M'}${p.x} ${p.y}` : '')).join('')}
    />
    {points.map(
      (point, i) =>
        point && (
          <path key={i} class="dot" d={`M${point.x} ${point.y}h0`}>
            <title>{point.says}</title>
          </path>
        ),
    )}
  </g>
)

/** As many as there is room for. */
const Labels = ({ labels, x }: { labels: string[]; x: (at: number) => number }) => {
  const step = Math.ceil(labels.length / mostLabels)
  return (
    <div class="labels" style={{ '--count': Math.ceil(labels.length / step) }}>
      {labels.map((label, at) =>
        at % step === 0 ? (
          <span key={at} style={{ left: `${x(at)}%` }}>
            {label}
          </span>
        ) : null,
      )}
    </div>
  )
}
