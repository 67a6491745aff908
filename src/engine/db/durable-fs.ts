/**
 * PGlite's Node file system with the one thing it lacks: fsync. Without it a power cut loses acknowledged rows
 * and often the whole database, because Emscripten's NODEFS answers fsync with "done" and does nothing.
 */
import fs from 'node:fs'
import { join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The part of Emscripten's NODEFS that is leant on; a test counts the fsyncs, because these are internals. */
interface NodeFsInternals {
  NODEFS: {
    realPath(node: { mode: number }): string
    stream_ops: { fsync?: (stream: { nfd?: number; node: { mode: number } }) => number }
  }
}

const EIO = 29 // the C library's number in WebAssembly

/** PGlite's start parameters with its fsync switched off (`-F`) taken out, and PostgreSQL's careful settings in. */
export function durableParams(defaults: readonly string[]): string[] {
  const settings = ['fsync=on', 'wal_sync_method=fsync', 'synchronous_commit=on', 'full_page_writes=on']
  return [...defaults.filter((param) => param !== '-F'), ...settings.flatMap((setting) => ['-c', setting])]
}

export class DurableNodeFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(pg, options)
    ready.emscriptenOpts.preRun?.push((module) => {
      const { NODEFS } = module as unknown as NodeFsInternals
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        const isFolder = (node.mode & fs.constants.S_IFMT) === fs.constants.S_IFDIR
        return attempt(() =>
          isFolder || nfd === undefined ? syncPath(NODEFS.realPath(node)) : fs.fsyncSync(nfd),
        )
      }
    })
    return ready
  }
}

/** PostgreSQL panics at the error, as it should: after a failed fsync nobody knows what the disk holds. */
function attempt(sync: () => void): number {
  try {
    sync()
    return 0
  } catch {
    return EIO
  }
}

/** Forces one file or folder to the disk. Windows cannot open a folder, and syncs only what is open for writing. */
export function syncPath(path: string): void {
  if (process.platform === 'win32' && fs.statSync(path).isDirectory()) return
  const fd = fs.openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** Forces a folder and all below it to the disk: PGlite makes a new database's files without doing so. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncPath(path)
  }
  syncPath(folder)
}
