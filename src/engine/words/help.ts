/** The commands in words of one language: for help and for completion. */
import type { CommandInfo } from '../../kit/context.js'
import type { Key, Language } from '../../kit/translate.js'
import type { House } from '../house.js'
import { formFor } from './form.js'

/** All commands, feature by feature, lower features first. */
export const commandCatalogue = (house: House, language: Language): CommandInfo[] =>
  [...house.registry.commands.values()].map((of) => {
    const { command, feature } = of
    const key = `${feature}.commands.${command.name}`
    return {
      name: command.name,
      feature,
      words: house.catalogue.command(language, feature, command.name)?.words ?? [command.name],
      summary: `${key}.summary` as Key,
      example: `${key}.example` as Key,
      may: command.may,
      hidden: command.hidden ?? false,
      args: formFor(house, of, language, {}).fields.map(({ name, required }) => ({ name, required })),
    }
  })
