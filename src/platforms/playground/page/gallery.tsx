/** Every sample card in a chosen language, or in all of them side by side. */
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kit/translate.js'
import { api } from './api.js'
import { CardView } from './card.js'
import { Icon } from './icon.js'
import { insist } from './insist.js'
import { usePlay } from './play.js'
import { channelLink } from './route.js'
import type { Sample } from './wire.js'
import { Speaking, useWords } from './words.js'

const languages: readonly Language[] = ['zh-CN', 'zh-TW', 'en']
type Choice = Language | 'all'

/** The samples by language; `null` until all asked for are here. */
const useSamples = (choice: Choice) => {
  const [samples, setSamples] = useState<Record<string, Sample[]>>({})
  const asked = choice === 'all' ? languages : [choice]
  const put = (language: Language) => (found: Sample[]) =>
    setSamples((now) => ({ ...now, [language]: found }))
  useEffect(() => {
    const missing = asked.filter((language) => !samples[language])
    const stops = missing.map((language) => insist(() => api.gallery(language), put(language)))
    return () => {
      for (const stop of stops) stop()
    }
  }, [choice])
  return asked.every((language) => samples[language])
    ? asked.map((language) => ({ language, samples: samples[language] ?? [] }))
    : null
}

type Shelf = NonNullable<ReturnType<typeof useSamples>>

const Switch = ({ choice, choose }: { choice: Choice; choose: (choice: Choice) => void }) => {
  const t = useWords()
  const label = (value: Choice) => (value === 'all' ? t('page.gallery.all') : t(`page.language.${value}`))
  return (
    <fieldset class="switch">
      <legend class="sr">{t('page.gallery.language')}</legend>
      {[...languages, 'all' as const].map((value) => (
        <label key={value} lang={value === 'all' ? undefined : value}>
          <input type="radio" name="language" checked={choice === value} onChange={() => choose(value)} />
          <span>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** One sample in the languages on the shelf. */
const SampleView = ({ shelf, at }: { shelf: Shelf; at: number }) => (
  <figure class="sample">
    <figcaption>{shelf[0]?.samples[at]?.name}</figcaption>
    <div class="versions">
      {shelf.map(({ language, samples }) => {
        const card = samples[at]?.card
        return (
          <div key={language} lang={language}>
            <Speaking language={language}>{card && <CardView card={card} />}</Speaking>
          </div>
        )
      })}
    </div>
  </figure>
)

const Shelves = ({ shelf }: { shelf: Shelf }) => {
  const t = useWords()
  const samples = shelf[0]?.samples ?? []
  const features = [...new Set(samples.map(({ feature }) => feature))]
  if (samples.length === 0) return <p class="hint">{t('page.gallery.empty')}</p>
  return (
    <>
      {features.map((feature) => (
        <section key={feature}>
          <h2>{feature}</h2>
          <div class={shelf.length > 1 ? 'shelf wide' : 'shelf'}>
            {samples.map((sample, at) =>
              sample.feature === feature ? <SampleView key={at} shelf={shelf} at={at} /> : null,
            )}
          </div>
        </section>
      ))}
    </>
  )
}

export const Gallery = () => {
  const { chat, place } = usePlay()
  const t = useWords()
  const [choice, setChoice] = useState<Choice>(place.language)
  const shelf = useSamples(choice)
  return (
    <main class="gallery">
      <header class="chat-head">
        <a class="plain-icon" href={channelLink(chat.open)} aria-label={t('page.gallery.back')}>
          <Icon name="back" />
        </a>
        <h1>{t('page.gallery.title')}</h1>
        <p>{t('page.gallery.about')}</p>
        <Switch choice={choice} choose={setChoice} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="shelves" tabIndex={0} aria-label={t('page.gallery.title')}>
        {shelf && <Shelves shelf={shelf} />}
      </section>
    </main>
  )
}
