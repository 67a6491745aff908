/** Every sample card of the features, drawn in every language. */
import { createRegistry } from '../../src/engine/registry.js'
import { readLocales } from '../../src/engine/words/locales.js'
import { createTranslators } from '../../src/engine/words/translate.js'
import { features } from '../../src/features/index.js'
import { languages } from '../../src/kit/translate.js'

export const registry = createRegistry(features)
export const translator = createTranslators(readLocales())

export const sampleCards = languages.flatMap((language) =>
  registry.samples.map(({ feature, sample }) => ({
    language,
    name: `${feature} › ${sample.name}`,
    card: sample.draw(translator(language), { person: null, language, zone: 'Asia/Shanghai' }),
  })),
)
