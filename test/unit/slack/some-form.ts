/** Forms to draw, and how Slack would take them. */
import type { types } from '@slack/bolt'
import { expect } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import type { Ask } from '../../../src/kit/args.js'
import type { Form, FormField } from '../../../src/kit/form.js'
import { modalOf } from '../../../src/platforms/slack/form.js'
import { faultsOfView } from '../../support/slack/blocks/validate.js'

export const t = createTranslators(readLocales())('en')
export const context = '{"command":"task-add"}'

export const field = (name: string, ask: Ask, more: Partial<FormField> = {}): FormField => ({
  ...{ name, label: name, hint: '', required: true, ask, value: '', error: null },
  choices: ask.as === 'choice' ? [...ask.options] : [],
  ...more,
})
export const form = (fields: FormField[], more: Partial<Form> = {}): Form => ({
  ...{ command: 'task-add', title: 'Add a task', submit: 'Add', hidden: {}, fields },
  ...more,
})
/** The modal, which Slack takes. */
export const drawn = (of: Form) => {
  const view = modalOf(of, { t, context })
  expect(faultsOfView(view, 'modal', { nativeBlocks: true, hasFile: () => true })).toEqual([])
  return view
}
export const inputsOf = (view: types.ModalView) =>
  view.blocks.filter((block): block is types.InputBlock => block.type === 'input')
