/** A command: one verb, its arguments, who may use it and what it does. Typing, pressing and submitting are the same call. */
import type { z } from 'zod'
import type { Answer, Context } from './context.js'

/** Roles that may use a command; what depends on the subject (its owner, its signer) is a rule of the feature. */
export type May = 'anyone' | readonly string[]

export interface Command<S extends z.ZodObject = z.ZodObject> {
  /** Its words stand under `commands.<name>` in the feature's locales, e.g. `approve`, `task-add`. */
  name: string
  /** In the order in which they may be written without their names. */
  args: S
  may: May
  /** Leave out of help: only buttons use it. */
  hidden?: boolean
  run(ctx: Context, args: z.output<S>): Promise<Answer>
}

export const defineCommand = <S extends z.ZodObject>(command: Command<S>): Command =>
  command as unknown as Command
