/** Faults of a payload in Slack's words, each with a pointer to where it is. */
import type { z } from 'zod'

/** @returns e.g. `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`. */
export function inSlackWords(error: z.ZodError, input: unknown, root: string): string[] {
  return error.issues.flatMap((issue) => {
    const value = valueAt(input, issue.path)
    const missing = issue.code === 'invalid_type' && value === undefined
    const path = missing ? issue.path.slice(0, -1) : issue.path
    const fault = missing ? `missing required field: ${String(issue.path.at(-1))}` : words(issue, value)
    const text = `${fault} ${pointer(root, path)}`
    const inText = path.length > 1 && path.at(-1) === 'text' && path.at(-2) === 'text'
    return inText ? [`failed to match all allowed schemas ${pointer(root, path.slice(0, -1))}`, text] : [text]
  })
}

export const pointer = (root: string, path: readonly PropertyKey[]) =>
  `[json-pointer:${[root, ...path.map(String)].join('/')}]`

function words(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`
      return `must be less than ${Number(issue.maximum) + 1}${issue.origin === 'string' ? ' characters' : ''}`
    case 'too_small':
      if (issue.origin === 'array') return `must have at least ${issue.minimum} items`
      return `must be more than ${Number(issue.minimum) - 1}${issue.origin === 'string' ? ' characters' : ''}`
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`
    case 'invalid_union':
      return issue.path.at(-1) === 'type'
        ? `unsupported type: ${value}`
        : 'failed to match all allowed schemas'
    case 'invalid_value':
      return `unsupported value: ${value}`
    case 'invalid_type':
      return `must be a ${issue.expected}`
    default:
      return issue.message
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
