/** A command: one verb, its arguments, who may use it and what it does. Typing, pressing and submitting are the same call. */
import type { z } from 'zod'
import type { ChainReport } from './chain.js'
import type { Answer, Context } from './context.js'
import type { Finding } from './finding.js'
import type { Right } from './rights.js'
import type { OfferedFile, Takes } from './sent-file.js'

/** The right that opens a command; what depends on the subject (its owner, its signer) is a rule of the feature. */
export type May = Right

/** What can be asked before the work begins, when nothing is held open. */
export interface Outside {
  /** What the platforms find wrong with their set-up, as far as it concerns an organisation. */
  findings(organisation: string): Promise<Finding[]>
  /** The file that an argument names. @throws UserError unless whoever calls has sent it */
  file(named: string): Promise<OfferedFile>
  /** Seals what an organisation's audit log holds by now. */
  seal(organisation: string): Promise<void>
  /** Seals as well, and walks the whole chain. @param kept a hash, or its beginning, to be looked for in it */
  chain(organisation: string, kept?: string): Promise<ChainReport>
}

export interface Command<S extends z.ZodObject = z.ZodObject, L = unknown> {
  /** Its words stand under `commands.<name>` in the feature's locales, e.g. `approve`, `task-add`. */
  name: string
  /** In the order in which they may be written without their names. */
  args: S
  /** Without it nobody may use the command. */
  may: May
  /** Leave out of help: only buttons use it. */
  hidden?: boolean
  /** Its answer is about the acting person alone: also where answers can be read by others, this one is told in private. */
  personal?: true
  /** A file sent without a line, or with one that calls this command, is given to it; of all commands, to one. */
  takes?: Takes
  /**
   * Slow looks at the world outside, made before the transaction opens: nothing may wait inside it.
   * @param args as they were given, not yet checked
   */
  look?(outside: Outside, organisation: string, args: Readonly<Record<string, string>>): Promise<L>
  run(ctx: Context, args: z.output<S>, looked: L): Promise<Answer>
}

export const defineCommand = <S extends z.ZodObject, L = unknown>(command: Command<S, L>): Command =>
  command as unknown as Command
