/** What DingTalk pushes, as far as it is read here; anything else in it is let pass. */
import { z } from 'zod'

const text = z.string().optional().catch(undefined)

/** A message to the robot. */
export const robotMessage = z.object({
  msgId: text,
  msgtype: text,
  conversationId: z.string().min(1),
  /** `1`: with one person, `2`: in a group. */
  conversationType: text,
  /** Empty for people of other organisations, and for everybody while the app is not published. */
  senderStaffId: text,
  senderNick: text,
  chatbotUserId: text,
  isAdmin: z.boolean().optional().catch(undefined),
  atUsers: z
    .array(z.object({ dingtalkId: text, staffId: text }))
    .optional()
    .catch(undefined),
  text: z.object({ content: text }).optional().catch(undefined),
  content: z
    .object({
      richText: z
        .array(z.object({ text, downloadCode: text, pictureDownloadCode: text }))
        .optional()
        .catch(undefined),
      recognition: text,
      fileName: text,
      downloadCode: text,
      pictureDownloadCode: text,
    })
    .optional()
    .catch(undefined),
  sessionWebhook: text,
  sessionWebhookExpiredTime: z.number().optional().catch(undefined),
  /** 20001: the month's messages are used up. */
  errorCode: z.union([z.string(), z.number()]).optional().catch(undefined),
  errorMessage: text,
})
export type RobotMessage = z.output<typeof robotMessage>

/** A button of a card was pressed. */
export const cardPress = z.object({
  outTrackId: z.string().min(1),
  userId: z.string().min(1),
  spaceId: text,
  /** JSON once more: which button, in one of several ways. */
  content: z.unknown().optional(),
  value: z.unknown().optional(),
})
export type CardPress = z.output<typeof cardPress>

/** People of the organisation came, changed or left. */
export const peopleNews = z.object({ userId: z.array(z.string()).catch([]) })
