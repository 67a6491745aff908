/** How help looks: all commands by group, one command with its arguments, the welcome. */
import { actions, button, type Card, card, fields, list, note, text } from '../../kit/card.js'
import type { CommandInfo } from '../../kit/context.js'
import { missingWords } from '../../kit/rights.js'
import { join, plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'

export type Groups = readonly { feature: string; commands: readonly CommandInfo[] }[]

const wordOf = (info: CommandInfo): string => info.words[0] ?? info.name

/** Every command by its name in the person's language, a line per group: a hundred examples nobody reads. */
export const overviewCard =
  (groups: Groups) =>
  (t: Translate): Card =>
    card(t('help.title'), [
      text(t('help.intro')),
      list(
        groups.map(({ feature, commands }) => ({
          text: [{ bold: groupName(t, feature) }, `: ${commands.map(wordOf).join(' · ')}`],
        })),
      ),
      note(t('help.more')),
    ])

export const groupName = (t: Translate, feature: string): string => t.named('help.group', feature)

/** The commands of one group with what they are for and how they are typed. */
export const groupCard =
  ({ feature, commands }: Groups[number]) =>
  (t: Translate): Card =>
    card(groupName(t, feature), [
      list(commands.map((info) => ({ text: overviewLine(t, info) }))),
      actions(button(t('help.all'), 'help')),
    ])

const overviewLine = (t: Translate, info: CommandInfo): Text => {
  const example = plainText(t(info.example))
  const more: Text[] = example === wordOf(info) ? [] : [[{ code: example }]]
  return join([[{ bold: wordOf(info) }], t(info.summary), ...more])
}

/** One command: its words, its arguments in order, an example. */
export const commandCard =
  (info: CommandInfo) =>
  (t: Translate): Card => {
    const roles = info.may === 'ask' ? null : missingWords(t, info.may)
    const needsForm = info.args.some(({ required }) => required)
    return card(wordOf(info), [
      text(t(info.summary)),
      fields([
        [t('help.words'), info.words.join(', ')],
        [t('help.example'), [{ code: plainText(t(info.example)) }]],
        ...(roles === null ? [] : [[t('help.may'), roles] as const]),
      ]),
      info.args.length === 0 ? null : list(info.args.map((arg) => ({ text: argLine(t, info, arg) }))),
      actions(
        ...(needsForm ? [button(t('help.form'), info.name, {}, 'primary')] : []),
        button(t('help.all'), 'help'),
      ),
    ])
  }

const argLine = (t: Translate, info: CommandInfo, { name, required }: CommandInfo['args'][number]): Text => {
  const group = `${info.feature}.commands.${info.name}.args.${name}`
  const hint = t.named(group, 'hint')
  return join([
    [{ bold: t.named(group, 'label') }],
    t(required ? 'help.required' : 'help.optional'),
    ...(hint === '' || hint === 'hint' ? [] : [hint]),
  ])
}

/** Several commands fit what was typed: nothing is guessed. */
export const choiceCard =
  (infos: readonly CommandInfo[]) =>
  (t: Translate): Card =>
    card(t('help.several'), [
      list(
        infos.slice(0, 20).map((info) => ({ text: overviewLine(t, info), buttons: [helpButton(t, info)] })),
      ),
    ])

const helpButton = (t: Translate, info: CommandInfo) =>
  button(t('help.about'), 'help', { command: info.name })

/** For somebody who is here for the first time. */
export const welcomeCard =
  ({ name }: { name: string }) =>
  (t: Translate): Card =>
    card(t('help.welcome.title', { name }), [
      text(t('help.welcome.text')),
      list(
        (['help.welcome.new', 'help.welcome.my', 'help.welcome.next'] as const).map((key) => ({
          text: t(key),
        })),
      ),
      actions(
        button(t('help.welcome.start'), 'new', {}, 'primary'),
        button(t('help.welcome.tasks'), 'my'),
        button(t('help.all'), 'help'),
      ),
    ])

/** One campaign in five steps, for somebody who tries the playground. */
export const tourCard =
  () =>
  (t: Translate): Card =>
    card(t('help.tour.title'), [
      text(t('help.tour.text')),
      list(
        (['create', 'plan', 'sign', 'tasks', 'time'] as const).map((step) => ({
          text: t(`help.tour.${step}`),
        })),
      ),
      actions(button(t('help.tour.start'), 'sample', {}, 'primary'), button(t('help.all'), 'help')),
    ])
