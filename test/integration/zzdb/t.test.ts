import { it } from 'vitest'
import { openTestStore } from '../../support/store.js'

for (let i = 0; i < 4; i++)
  it('opens ' + i, async () => {
    const a = performance.now()
    const s = await openTestStore()
    const b = performance.now()
    await s.prisma.setting.create({ data: { key: 'a', value: 1 } })
    const d = performance.now()
    await s.close()
    console.log(
      s.kind,
      i,
      'open',
      (b - a) | 0,
      'first write',
      (d - b) | 0,
      'close',
      (performance.now() - d) | 0,
    )
  })
