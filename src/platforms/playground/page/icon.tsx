/** The page's few icons, drawn as lines in the colour of the text; decoration, words stand beside. */

const shapes = {
  drum: 'M4 7.5a8 3 0 0 1 16 0 8 3 0 0 1-16 0Zm0 0V16a8 3.5 0 0 0 16 0V7.5M8 10.2l4 9 4-9',
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16',
  plus: 'M12 5v14M5 12h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'm6 6 12 12M18 6 6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  circle: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
  good: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-8.8 2.8 2.8 5.2-5.4',
  warn: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.4v.1',
  bad: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3ZM12 7.5v5.5m0 2.9v.1',
  lock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  send: 'M12 19V5m-6 6 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  chevron: 'm8 10 4-4 4 4m-8 4 4 4 4-4',
  day: 'M5 6h14v14H5V6Zm0 4.5h14M8.5 3.5V7m7-3.5V7',
  skip: 'm5 5 9 7-9 7V5Zm13.5 0v14',
  grid: 'M4 4h7v7H4V4Zm9 0h7v7h-7V4ZM4 13h7v7H4v-7Zm9 0h7v7h-7v-7Z',
  file: 'M7 3h7l4 4v14H7V3Zm7 0v4.5h4M10 13h5m-5 3.5h5',
  clip: 'm20 11.5-8.2 8.2a5 5 0 0 1-7-7L13 4.4a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5',
  back: 'M19 12H5m6-6-6 6 6 6',
} as const

export type IconName = keyof typeof shapes

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
)
