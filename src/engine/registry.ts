/** Everything the features brought, found by name; two things of one name are refused at start. */
import type { Command } from '../kit/command.js'
import type { Answer, Context, Reading } from '../kit/context.js'
import type { EventName, Reaction } from '../kit/event.js'
import type { Fact, Feature, Heard, Sample, Unmet } from '../kit/feature.js'
import type { MakeFile } from '../kit/file.js'
import type { Schedule } from '../kit/schedule.js'
import type { Takes } from '../kit/sent-file.js'
import type { Timer } from '../kit/timer.js'
import type { View } from '../kit/view.js'

export interface RegisteredCommand {
  feature: string
  command: Command
}

/** A command that takes files, and how. */
export interface TakesFiles extends Takes {
  command: string
}

export interface Registry {
  commands: Map<string, RegisteredCommand>
  /** The command that files are given to, if there is one. */
  takesFiles: TakesFiles | null
  views: Map<string, View>
  files: Map<string, MakeFile>
  schedules: Map<string, Schedule>
  timers: Map<string, Timer>
  samples: { feature: string; sample: Sample }[]
  reactionsTo(event: EventName): Reaction[]
  unmet(store: Reading, stage: string, campaign: number): Promise<Unmet[]>
  facts(store: Reading, campaign: number): Promise<Fact[]>
  /** What the first feature that understands a line offers. */
  hears(ctx: Context, heard: Heard): Promise<Answer>
}

const unique = <T>(what: string, entries: (readonly [string, T])[]): Map<string, T> => {
  const map = new Map<string, T>()
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`two ${what} are called ${name}`)
    map.set(name, value)
  }
  return map
}

/** Collects `features` in their order. @throws Error when a name is taken twice. */
export const createRegistry = (features: readonly Feature[]): Registry => {
  const reactions = features.flatMap((feature) => feature.reactions ?? [])
  return {
    commands: unique('commands', features.flatMap(commandsOf)),
    takesFiles: takingFiles(features),
    views: unique(
      'views',
      features.flatMap((feature) => Object.entries(feature.views ?? {})),
    ),
    files: unique(
      'files',
      features.flatMap((feature) => Object.entries(feature.files ?? {})),
    ),
    schedules: unique(
      'schedules',
      features.flatMap((f) => (f.schedules ?? []).map((s) => [s.name, s] as const)),
    ),
    timers: unique(
      'timers',
      features.flatMap((f) => (f.timers ?? []).map((timer) => [timer.name, timer] as const)),
    ),
    samples: features.flatMap((f) => (f.samples ?? []).map((sample) => ({ feature: f.name, sample }))),
    reactionsTo: (event) => reactions.filter((reaction) => reaction.to === event),
    async unmet(store, stage, campaign) {
      const gates = features.flatMap((feature) => feature.gates?.[stage] ?? [])
      return inOrder(gates, (gate) => gate(store, campaign))
    },
    async hears(ctx, heard) {
      for (const { hears } of features) {
        const offer = (await hears?.(ctx, heard)) ?? null
        if (offer) return offer
      }
      return null
    },
    async facts(store, campaign) {
      return inOrder(
        features.flatMap((feature) => feature.facts ?? []),
        (facts) => facts(store, campaign),
      )
    },
  }
}

const commandsOf = (feature: Feature) =>
  (feature.commands ?? []).map((command) => [command.name, { feature: feature.name, command }] as const)

/** @throws Error when a file sent alone could mean two commands */
const takingFiles = (features: readonly Feature[]): TakesFiles | null => {
  const [one, other] = features.flatMap(commandsOf).flatMap(
    ([
      command,
      {
        command: { takes },
      },
    ]) => (takes ? [{ ...takes, command }] : []),
  )
  if (one && other) throw new Error(`both ${one.command} and ${other.command} take files`)
  return one ?? null
}

/** One after the other: a transaction has a single connection. */
const inOrder = async <A, B>(items: readonly A[], ask: (item: A) => Promise<B[]>): Promise<B[]> => {
  const all: B[] = []
  for (const item of items) all.push(...(await ask(item)))
  return all
}
