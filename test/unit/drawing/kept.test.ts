import { describe, expect, it } from 'vitest'
import { createKept } from '../../../src/engine/drawing/kept.js'

const drawer = () => {
  const drawn: string[] = []
  const draw = (name: string, bytes: number) => async () => {
    drawn.push(name)
    return Buffer.alloc(bytes)
  }
  return { drawn, draw }
}

describe('pictures that are kept', () => {
  it('are drawn once', async () => {
    const { recall } = createKept(100)
    const { drawn, draw } = drawer()
    const one = await recall('a', draw('a', 10))
    expect(await recall('a', draw('a', 10))).toBe(one)
    expect(drawn).toEqual(['a'])
  })

  it('take no more bytes than they may: what was not looked at longest goes first', async () => {
    const { recall } = createKept(100)
    const { drawn, draw } = drawer()
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await recall(name, draw(name, 40))
    expect(drawn).toEqual(['a', 'b', 'c', 'b'])
  })

  it('are not kept where drawing failed', async () => {
    const { recall } = createKept(100)
    await expect(recall('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect((await recall('a', async () => Buffer.alloc(3))).length).toBe(3)
  })
})
