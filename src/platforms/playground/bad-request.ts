/** A request the playground cannot make sense of. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly status: 400 | 403 | 404 = 400,
  ) {
    super(message)
  }
}
