/** What an e-commerce plan's approval comes to, written from the rules alone (A7, F19–F26, D9–D11): three roles in order. */

export type Section = 'goals' | 'risk' | 'budget'
export type Content = Readonly<Record<Section, string>>

/** Who signs first, second and third, and the section each answers for. */
const roles = [
  ['marketing-manager', 'goals'],
  ['operations-supervisor', 'risk'],
  ['finance-head', 'budget'],
] as const
export const holders: readonly string[] = roles.map(([role]) => role)

interface ModelStep {
  role: string
  signer: string
  status: string
}
interface Revision {
  status: string
  content: Content
  steps: ModelStep[]
}

const open = (steps: readonly ModelStep[]): ModelStep | undefined =>
  steps.find(({ status }) => status === 'pending')

/** The document, and the last revision of it that was submitted. */
export class ApprovalModel {
  last: Revision | null = null
  revisions = 0
  constructor(
    public content: Content,
    private readonly submitter: string,
  ) {}

  edit(section: Section, text: string): void {
    this.content = { ...this.content, [section]: text }
  }

  private changed(): boolean {
    const before = this.last?.content
    return before !== undefined && roles.some(([, section]) => before[section] !== this.content[section])
  }

  /** A revision in which stands what was approved before and whose section has not changed. */
  private next(): Revision {
    const before = this.last
    const steps = roles.map(([role, section], i): ModelStep => {
      const old = before?.steps[i]
      const holds = old?.status === 'approved' && before?.content[section] === this.content[section]
      return holds ? { ...old } : { role, signer: role, status: 'waiting' }
    })
    const first = steps.find(({ status }) => status === 'waiting')
    if (first) first.status = 'pending'
    this.revisions += 1
    return { status: 'pending', content: this.content, steps }
  }

  submit(): void {
    if (this.last?.status === 'pending') return
    if (this.last?.status === 'approved' && !this.changed()) return
    this.last = this.next()
  }

  /** @returns whether `person` is the one who is asked now. */
  isAsked(person: string): boolean {
    return this.last?.status === 'pending' && open(this.last.steps)?.signer === person
  }

  decide(person: string, decision: 'approved' | 'rejected'): void {
    const { last } = this
    if (!last || !this.isAsked(person) || person === this.submitter) return
    if (this.changed()) {
      this.last = this.next()
      return
    }
    const step = open(last.steps)
    if (step) step.status = decision
    const waiting = last.steps.find(({ status }) => status === 'waiting')
    if (decision === 'rejected') this.end('rejected')
    else if (waiting) waiting.status = 'pending'
    else last.status = 'approved'
  }

  private end(status: string): void {
    if (!this.last) return
    this.last.status = status
    for (const step of this.last.steps)
      if (step.status === 'pending' || step.status === 'waiting') step.status = 'void'
  }

  withdraw(): void {
    if (this.last?.status === 'pending') this.end('withdrawn')
  }

  pass(person: string, to: string): void {
    if (!this.last || !this.isAsked(person) || to === this.submitter || to === person) return
    const step = open(this.last.steps)
    if (step) step.signer = to
  }

  /** Nobody has edited for a while. */
  settle(): void {
    const lives = this.last?.status === 'pending' || this.last?.status === 'approved'
    if (lives && this.changed()) this.last = this.next()
  }
}
