import fs from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FolderLock, lockFolder, StoreLockedError } from '../../../src/engine/db/lock.js'
import { startOf } from '../../../src/engine/db/lock-holder.js'
import { startChild } from '../../support/child.js'
import { testFolder } from '../../support/store.js'

const PARENT = process.ppid // a process that is alive, and not this one
const NOBODY = 2 ** 22 + 1 // above the largest pid of Linux

describe('the lock of a data folder', () => {
  let folder: string
  const locks: FolderLock[] = []

  beforeEach(() => {
    folder = testFolder('nothing')
  })

  afterEach(() => {
    vi.useRealTimers()
    for (const lock of locks.splice(0)) lock.release()
  })

  const file = () => join(folder, 'store.lock')
  const lock = (onLost: (error: Error) => void = () => {}) => {
    locks.push(lockFolder(folder, onLost))
  }
  const write = (holder: object) => fs.writeFileSync(file(), JSON.stringify(holder))
  const age = (seconds: number) => fs.utimesSync(file(), new Date(), new Date(Date.now() - seconds * 1000))
  const other = { token: 'other', pid: PARENT, started: startOf(PARENT), host: hostname() }

  it('names the process that has it', () => {
    write(other)
    expect(() => lock()).toThrow(StoreLockedError)
    expect(() => lock()).toThrow(expect.objectContaining({ folder, pid: PARENT, host: hostname() }))
  })

  it('is not given twice within one process', () => {
    lock()
    expect(() => lock()).toThrow(expect.objectContaining({ pid: process.pid }))
  })

  it('can be had again once it is released', () => {
    lock()
    locks.pop()?.release()
    expect(fs.readdirSync(folder)).toEqual([])
    lock()
  })

  it('of a dead process is taken over, leaving nothing beside it', () => {
    write({ ...other, pid: NOBODY })
    lock()
    expect(fs.readdirSync(folder)).toEqual(['store.lock'])
  })

  // Only where the system tells when a process was started.
  if (startOf(PARENT))
    it('of a process whose pid was given out again is taken over', () => {
      write({ ...other, started: 'another-boot 1' })
      lock()
    })

  it('of a predecessor with our own pid is taken over where there is no /proc', () => {
    write({ ...other, pid: process.pid, started: '' })
    lock()
  })

  it('of another machine is respected for 15 s after its last heartbeat', () => {
    write({ ...other, host: 'elsewhere' })
    age(10)
    expect(() => lock()).toThrow(expect.objectContaining({ host: 'elsewhere' }))
    age(16)
    lock()
  })

  it('that a power cut tore is respected only while it is fresh', () => {
    fs.writeFileSync(file(), '')
    expect(() => lock()).toThrow(expect.objectContaining({ pid: undefined }))
    age(16)
    lock()
  })

  it('beats, so that other machines see it alive', () => {
    vi.useFakeTimers()
    lock()
    age(60)
    vi.advanceTimersByTime(5_000)
    expect(Date.now() - fs.statSync(file()).mtimeMs).toBeLessThan(5_000)
  })

  it('that was taken away is noticed, and not removed from its new owner', () => {
    vi.useFakeTimers()
    const onLost = vi.fn()
    lock(onLost)
    write(other)
    vi.advanceTimersByTime(60_000)
    expect(onLost).toHaveBeenCalledOnce()
    locks.pop()?.release()
    expect(fs.existsSync(file())).toBe(true)
  })

  it('goes to one only when several processes find a stale one at the same time', async () => {
    write({ ...other, pid: NOBODY })
    fs.writeFileSync(`${file()}.takeover`, JSON.stringify({ ...other, pid: NOBODY })) // killed while taking over
    const rivals = Array.from({ length: 6 }, () => startChild('lock-rival.mjs', folder))
    for (const rival of rivals) expect((await rival.lines.next()).value).toBe('waiting')
    for (const rival of rivals) rival.process.stdin?.write('go\n')
    const outcomes = await Promise.all(rivals.map(async (rival) => (await rival.lines.next()).value))
    expect(outcomes.sort()).toEqual([...Array(5).fill('StoreLockedError'), 'owner'])
  })
})
