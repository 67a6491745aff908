/** The playground's page: puts its parts together and starts it. */
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useClock } from './clock.js'
import { type Deed, type Deeds, useDeeds } from './deeds.js'
import { FormDialog, type Values } from './form.js'
import { PlayContext } from './play.js'
import { useRoute } from './route.js'
import { Shell } from './shell.js'
import { useChat } from './use-chat.js'
import type { Answer, WireForm } from './wire.js'
import { Speaking } from './words.js'

interface OpenForm {
  form: WireForm
  /** Who asked for it; they answer it, whoever is acting by then. */
  as: string
}

/** Deeds with their answers: messages are heard, a form is opened or done with. */
const useAnswers = (hear: (answer: Answer) => void) => {
  const [open, setOpen] = useState<OpenForm | null>(null)
  const deeds = useDeeds((answer: Answer, deed: Deed) => {
    hear(answer)
    if (answer.form) setOpen({ form: answer.form, as: deed.as })
    else if (deed.act.kind === 'submit') setOpen(null)
  })
  return { open, close: () => setOpen(null), deeds }
}

const submits = (form: WireForm) => (deed: Deed) => deed.act.kind === 'submit' && deed.act.form === form.id

const FormOf = ({ open, deeds, close }: { open: OpenForm; deeds: Deeds; close: () => void }) => {
  const deed = deeds.all.find(submits(open.form))
  const cancel = () => {
    if (deed) deeds.drop(deed)
    close()
  }
  const submit = (values: Values) => deeds.start(open.as, { kind: 'submit', form: open.form.id, values })
  return <FormDialog form={open.form} deed={deed} submit={submit} cancel={cancel} />
}

const App = () => {
  const clock = useClock()
  const route = useRoute()
  const { chat, ...rest } = useChat(clock, route)
  const { open, close, deeds } = useAnswers((answer) => {
    clock.set(answer.now)
    rest.hear(answer.messages, 'perhaps late')
  })
  const me = chat?.people.find(({ id }) => id === chat.me)
  useEffect(() => document.documentElement.setAttribute('lang', me?.language ?? ''), [me?.language])
  if (!chat || !me) return <div class="waiting" aria-busy="true" />
  const place = { language: me.language, zone: me.zone }
  return (
    <Speaking language={me.language}>
      <PlayContext.Provider value={{ ...rest, chat, me, place, clock, deeds }}>
        <Shell route={route} />
        {open && <FormOf open={open} deeds={deeds} close={close} />}
      </PlayContext.Provider>
    </Speaking>
  )
}

render(<App />, document.body)
