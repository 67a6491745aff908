/** The playground's page: puts its parts together and starts it. */
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useClock } from './clock.js'
import { type Deed, useDeeds } from './deeds.js'
import { FormDialog } from './form.js'
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

const App = () => {
  const clock = useClock()
  const route = useRoute()
  const { chat, ...rest } = useChat(clock, route)
  const { open, close, deeds } = useAnswers((answer) => (clock.set(answer.now), rest.hear(answer.messages)))
  const me = chat?.people.find(({ id }) => id === chat.me)
  useEffect(() => void (me && (document.documentElement.lang = me.language)), [me?.language])
  if (!chat || !me) return <div class="waiting" aria-busy="true" />
  const place = { language: me.language, zone: me.zone }
  const deed = open && deeds.all.find(submits(open.form))
  return (
    <Speaking language={me.language}>
      <PlayContext.Provider value={{ ...rest, chat, me, place, clock, deeds }}>
        <Shell route={route} />
        {open && (
          <FormDialog
            form={open.form}
            busy={deed?.state === 'busy'}
            failed={deed ? deed.state !== 'busy' : false}
            why={deed?.why ?? ''}
            submit={(values) => deeds.start(open.as, { kind: 'submit', form: open.form.id, values })}
            cancel={() => (deed && deeds.drop(deed), close())}
          />
        )}
      </PlayContext.Provider>
    </Speaking>
  )
}

render(<App />, document.body)
