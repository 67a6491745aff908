/** Messages as DingTalk tells them, as the lines people meant. */
import { describe, expect, it } from 'vitest'
import { fromMessage } from '../../../src/platforms/dingtalk/incoming.js'
import { robotMessage } from '../../../src/platforms/dingtalk/payloads.js'

const said = (message: object) =>
  fromMessage(
    robotMessage.parse({
      msgId: 'm1',
      msgtype: 'text',
      conversationId: 'cidA==',
      conversationType: '2',
      senderStaffId: 'ann',
      chatbotUserId: 'robot',
      ...message,
    }),
    'frame1',
  )
const line = (content: string) => said({ text: { content } })?.deed

describe('the words of a message', () => {
  it.each([
    [' 帮助 ', '帮助'],
    [' @鼓点 帮助', '帮助'],
    ['＠鼓点　帮助', '帮助'],
    ['@鼓点', ''],
    ['@鼓点 /mkt 帮助', '帮助'],
    ['　帮助　', '帮助'],
    ['🎉 庆祝', '🎉 庆祝'],
    ['写信 a@b.example', '写信 a@b.example'],
  ])('“%s” are “%s”', (content, text) => expect(line(content)).toMatchObject({ kind: 'line', text }))

  it('of several parts are read as one', () => {
    const richText = [{ text: '新建' }, { type: 'picture', downloadCode: 'x' }, { text: '任务' }]
    expect(said({ msgtype: 'richText', content: { richText } })?.deed).toMatchObject({ text: '新建任务' })
  })

  it('that were spoken are those that were recognised', () => {
    expect(said({ msgtype: 'audio', content: { recognition: '我的任务' } })?.deed).toMatchObject({
      text: '我的任务',
    })
  })
})

describe('the files of a message', () => {
  it.each([
    ['file', { fileName: '计划.xlsx', downloadCode: 'x' }, { name: '计划.xlsx', ref: 'x' }],
    ['picture', { pictureDownloadCode: 'x' }, { name: '', type: 'image/*', ref: 'x' }],
    [
      'richText',
      { richText: [{ text: 'a' }, { downloadCode: 'x' }] },
      { name: '', type: 'image/*', ref: 'x' },
    ],
    ['video', { downloadCode: 'x' }, { name: '', type: 'video/*', ref: 'x' }],
  ])('of kind %s are named', (msgtype, content, file) =>
    expect(said({ msgtype, content })?.deed).toMatchObject({ files: [file] }),
  )

  it.each(['audio', 'text'])('of kind %s are none', (msgtype) =>
    expect(said({ msgtype, content: { downloadCode: 'x' } })?.deed).not.toHaveProperty('files'),
  )
})

describe('who was mentioned', () => {
  it('are people of the organisation in order, each once, without the robot', () => {
    const atUsers = [
      { dingtalkId: 'robot', staffId: 'robot' },
      { dingtalkId: 'b', staffId: 'ben' },
      { dingtalkId: 'x' },
      { dingtalkId: 'c', staffId: 'chen' },
      { dingtalkId: 'b', staffId: 'ben' },
    ]
    expect(said({ atUsers, text: { content: 'x' } })?.deed).toMatchObject({ mentioned: ['ben', 'chen'] })
  })
})

it('nobody of the organisation says nothing', () => expect(said({ senderStaffId: '' })).toBeNull())
