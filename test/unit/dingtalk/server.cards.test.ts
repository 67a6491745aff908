/** The local DingTalk's interactive cards: made, delivered, and updated where they stand. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { type Caller, caller } from '../../support/dingtalk/probe.js'
import { createAndDeliver, dataOf, someCard, yes } from '../../support/dingtalk/some-card.js'

let dingtalk: Dingtalk
let app: Caller
const put = (body: object) => app.call('PUT', '/v1.0/card/instances', { outTrackId: 'c1', ...body })
const standing = () => dingtalk.cards.get('c1')?.data

beforeEach(async () => {
  dingtalk = await startDingtalk({ people: [{ userId: 'u1' }, { userId: 'u2' }], groups: [{ id: 'cid1==' }] })
  app = await caller(dingtalk)
})
afterEach(() => dingtalk.stop())

describe('a card', () => {
  it('stands in its group with its buttons, and notifies whom it names', async () => {
    const { status, body } = await app.call('POST', createAndDeliver, someCard())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      result: {
        outTrackId: 'c1',
        deliverResults: [{ spaceType: 'IM_GROUP', spaceId: 'cid1==', success: true }],
      },
    })
    expect(dingtalk.messages('cid1==')).toMatchObject([
      {
        kind: 'card',
        title: '审批',
        text: '请审批',
        mentions: ['u2'],
        buttons: [{ label: '通过', id: 'db1:yes' }],
      },
    ])
    expect(dingtalk.violations).toEqual([])
  })

  it('is one and the same however often it is made, and shown once', async () => {
    await app.call('POST', createAndDeliver, someCard())
    await app.call('POST', createAndDeliver, someCard({ cardData: dataOf('anders') }))
    expect(dingtalk.messages('cid1==')).toHaveLength(1)
    expect(standing()?.markdown).toBe('请审批')
    dingtalk.options.showsTwice = true
    await app.call('POST', createAndDeliver, someCard())
    expect(dingtalk.messages('cid1==')).toHaveLength(2)
  })

  it('is made and delivered in two steps, to somebody alone', async () => {
    const { openSpaceId: _space, imGroupOpenDeliverModel: _model, ...rest } = someCard()
    const made = { ...rest, imRobotOpenSpaceModel: { supportForward: false } }
    expect((await app.call('POST', '/v1.0/card/instances', made)).status).toBe(200)
    expect((await app.call('POST', '/v1.0/card/instances', made)).body.code).toBe('param.cardAlreadyExist')
    const delivery = {
      outTrackId: 'c1',
      openSpaceId: 'dtv1.card//IM_ROBOT.u2;IM_ROBOT.u9',
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode: 'ding1' },
    }
    const { body } = await app.call('POST', '/v1.0/card/instances/deliver', delivery)
    expect(body).toMatchObject({ success: true, result: [{ success: true }, { success: false }] })
    expect(dingtalk.direct('u2')).toMatchObject([{ kind: 'card' }])
    expect(dingtalk.violations).toEqual([])
  })

  it.each([
    ['of another template', { cardTemplateId: 'x.schema' }, 'param.templateNotExist'],
    ['with a number among its data', { cardData: { cardParamMap: { n: 1 } } }, 'MissingStringValue'],
    ['for nowhere', { openSpaceId: 'cid1==' }, 'param.openSpaceIdInvalid'],
    ['without the model of its space', { imGroupOpenSpaceModel: undefined }, 'param.openSpaceModelEmpty'],
    [
      'that does not say whether it may be passed on',
      { imGroupOpenSpaceModel: {} },
      'param.openSpaceModelInvalid',
    ],
    [
      'without the model of its delivery',
      { imGroupOpenDeliverModel: undefined },
      'param.openDeliverModelEmpty',
    ],
  ])('%s is refused', async (_what, extra, code) => {
    expect(await app.call('POST', createAndDeliver, someCard(extra))).toMatchObject({
      status: 400,
      body: { code },
    })
    expect(dingtalk.messages('cid1==')).toEqual([])
  })

  it.each([
    ['forgets where presses go', { callbackType: undefined }, 'callbackType STREAM'],
    ['has a key that is too long', { cardData: { cardParamMap: { ['k'.repeat(101)]: '' } } }, '100 bytes'],
    ['has a table', { cardData: dataOf('| a |\n| --- |\n| 1 |') }, 'table'],
    ['has a button that does nothing', { cardData: dataOf('x', { text: 'x' }) }, 'does nothing'],
    [
      'has a button whose params say nothing',
      { cardData: dataOf('x', { ...yes, params: {} }) },
      'nowhere in its params',
    ],
    ['has a field nobody knows', { callBackType: 'STREAM' }, 'no field callBackType'],
  ])('that %s is a violation', async (_what, extra, words) => {
    await app.call('POST', createAndDeliver, someCard(extra))
    expect(dingtalk.violations).toMatchObject([expect.stringContaining(words)])
  })

  it('loses all data that an update does not name, unless it goes by key', async () => {
    await app.call('POST', createAndDeliver, someCard())
    const tips = { cardData: { cardParamMap: { tips: '已通过' } } }
    await put({ ...tips, cardUpdateOptions: { updateCardDataByKey: true } })
    expect(standing()).toMatchObject({ title: '审批', tips: '已通过' })
    await put({ ...tips, privateData: { u1: { cardParamMap: { tips: '您已通过' } } } })
    expect(standing()).toEqual({ tips: '已通过' })
    expect(dingtalk.cards.get('c1')?.seenBy('u1').tips).toBe('您已通过')
    expect(await app.call('PUT', '/v1.0/card/instances', { outTrackId: 'c2' })).toMatchObject({
      body: { code: 'param.cardNotExist' },
    })
  })
})
