/** What is told of messages that a platform refused: which faults somebody can mend, and where they are said; pure. */
import { type Address, laneOf } from '../../kit/address.js'
import type { LocalDate } from '../../kit/time.js'

/** Somebody who has left or a deleted message is no fault anybody can mend. */
export const mendable = [
  'channelGone',
  'channelArchived',
  'notMember',
  'scope',
  'access',
  'quota',
  'refused',
] as const
export type Mendable = (typeof mendable)[number]
export const isMendable = (fault: string): fault is Mendable =>
  (mendable as readonly string[]).includes(fault)

/** One message for one place and reason, however often it fails; another day it is news again. */
export const placeFor = (to: Address, fault: string, date: LocalDate): string =>
  `undelivered:${laneOf(to)}:${fault}:${date}`

/** `T1/C3` → `C3`: whose workspace it is, everybody there knows. */
export const bareChannel = (channel: string): string => channel.split('/').at(-1) ?? channel
