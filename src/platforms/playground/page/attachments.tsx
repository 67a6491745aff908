/** Files on their way into the chat: chosen by a button or dropped on the chat, taken back until they are sent. */
import { useRef, useState } from 'preact/hooks'
import { Icon } from './icon.js'
import { useWords } from './words.js'

/** Bytes; the server takes no more. */
const largest = 8_000_000
/** Files of one message that the server takes. */
const most = 20

export interface Attachments {
  files: File[]
  /** What was too big to be attached; empty: nothing. */
  refused: string
  add(files: readonly File[]): void
  remove(file: File): void
  clear(): void
}

/** @param onAdd told when something was attached */
export const useAttachments = (onAdd: () => void): Attachments => {
  const [files, setFiles] = useState<File[]>([])
  const [refused, setRefused] = useState('')
  return {
    files,
    refused,
    add(more) {
      const fitting = more.filter(({ size }) => size <= largest)
      setRefused(more.find(({ size }) => size > largest)?.name ?? '')
      setFiles((now) => [...now, ...fitting].slice(0, most))
      if (fitting.length > 0) onAdd()
    },
    remove: (file) => setFiles((now) => now.filter((one) => one !== file)),
    clear() {
      setFiles([])
      setRefused('')
    },
  }
}

/** Files dragged over the chat are caught, also where they are dropped beside the field. */
export const useDrop = (add: Attachments['add']) => {
  const [over, setOver] = useState(false)
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event: DragEvent & { currentTarget: Element }) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop(event: DragEvent) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        add([...(event.dataTransfer?.files ?? [])])
      },
    },
  }
}

export const AttachButton = ({ add }: { add: Attachments['add'] }) => {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const onChange = () => {
    add([...(input.current?.files ?? [])])
    // The same file chosen again is a choice, too.
    if (input.current) input.current.value = ''
  }
  const hidden = { hidden: true, tabIndex: -1, 'aria-hidden': true } as const
  return (
    <>
      <input ref={input} type="file" multiple {...hidden} onChange={onChange} />
      <button
        type="button"
        class="attach"
        title={t('page.file.choose')}
        aria-label={t('page.file.choose')}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
    </>
  )
}

/** The files that go with what is being written. */
export const Attached = ({ files, refused, remove }: Attachments) => {
  const t = useWords()
  const removeAndWrite = (file: File) => {
    remove(file)
    document.getElementById('say')?.focus()
  }
  return (
    <>
      {refused !== '' && (
        <p class="trouble" role="alert">
          <Icon name="warn" />
          <span>{t('page.file.tooBig', { name: refused, max: largest / 1_000_000 })}</span>
        </p>
      )}
      {files.length > 0 && (
        <ul class="attached" aria-label={t('page.file.attached')}>
          {files.map((file, i) => (
            <li key={`${i} ${file.name}`}>
              <Icon name="file" />
              <span>{file.name}</span>
              <button
                type="button"
                aria-label={t('page.file.remove', { name: file.name })}
                onClick={() => removeAndWrite(file)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The files that came with what somebody said. */
export const SentFiles = ({ files }: { files: readonly { name: string }[] }) => (
  <>
    {files.map(({ name }, i) => (
      <p key={`${i} ${name}`} class="file">
        <Icon name="file" />
        <span>{name}</span>
      </p>
    ))}
  </>
)
