/** Finds the JavaScript of what runs outside this thread: Node 20 runs no TypeScript. */

/**
 * @param name of a file beside this one, without its ending
 * @returns its place; when this is run from the sources (vitest), that of the compiled twin in dist/
 */
export function compiled(name: string): URL {
  const fromSource = import.meta.url.endsWith('.ts')
  return new URL(fromSource ? `../../../dist/engine/db/${name}.js` : `./${name}.js`, import.meta.url)
}
