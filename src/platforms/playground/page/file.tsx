/** A file to take away: fetched when it is wished for; a picture is shown as soon as it is scrolled to. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { File } from '../../../kit/card.js'
import { Icon } from './icon.js'
import { useWords } from './words.js'

/** The message a block belongs to, and who looks; null in the gallery, where there is nothing to fetch. */
export const FileSource = createContext<{ message: string; as: string } | null>(null)

const isPicture = (name: string): boolean => name.endsWith('.png')

export const FileView = ({ name }: File) => {
  const source = useContext(FileSource)
  const { language } = useWords()
  const query = new URLSearchParams({ ...source, name, language })
  return (
    <p class="file">
      <Icon name="file" />
      {source ? (
        <a href={`/api/playground/file?${query}`} download={name}>
          {isPicture(name) ? <img src={`/api/playground/file?${query}`} alt={name} loading="lazy" /> : name}
        </a>
      ) : (
        <span>{name}</span>
      )}
    </p>
  )
}
