/** The address book, as far as the app may see it. */
import type { Json } from '../../slack/json.js'
import type { Person } from '../organisation.js'
import { errcode } from '../trouble.js'
import { type Context, forbid, type Methods, Refusal } from './method.js'

export const contacts: Methods = {
  'POST /topapi/v2/user/get': {
    token: 'query',
    scope: 'qyapi_get_member',
    run(context) {
      const id = given(context, 'userid')
      const person = visible(context).find(({ userId }) => userId === id)
      if (!person) throw new Refusal(errcode(33012, '无效的USERID'))
      return { errcode: 0, errmsg: 'ok', result: shown(person) }
    },
  },
  'POST /topapi/v2/user/getbymobile': {
    token: 'query',
    scope: 'qyapi_get_member_by_mobile',
    run(context) {
      const mobile = given(context, 'mobile')
      if (!/^\+?[\d-]{6,}$/.test(mobile)) throw new Refusal(errcode(40104, '不合法的手机号码'))
      const person = visible(context).find((one) => one.mobile === mobile)
      if (!person) throw new Refusal(errcode(60121, '找不到该用户'))
      return {
        errcode: 0,
        errmsg: 'ok',
        result: { userid: person.userId, exclusive_account_userid_list: [] },
      }
    },
  },
  'POST /v1.0/contact/users/search': {
    token: 'header',
    scope: 'qyapi_addresslist_search',
    run(context) {
      const { queryWord, offset, size } = context.body
      const [from, count] = [Number(offset ?? 0), Number(size ?? 20)]
      const found = visible(context).filter(({ name }) => name.includes(String(queryWord)))
      return {
        hasMore: found.length > from + count,
        totalCount: found.length,
        list: found.slice(from, from + count).map(({ userId }) => userId),
      }
    },
  },
}

const visible = ({ world }: Context): Person[] =>
  [...world.people.values()].filter(({ outside, hidden }) => !outside && !hidden)

/** @throws Refusal where it is missing. */
function given(context: Context, name: string): string {
  const value = context.body[name]
  if (typeof value === 'string' && value !== '') return value
  return forbid(context, errcode(40035, `缺少参数 ${name}`), `${name} is missing`)
}

const shown = (person: Person): Json => ({
  userid: person.userId,
  unionid: person.unionId,
  name: person.name,
  mobile: person.mobile,
  email: person.email,
  title: person.title,
  avatar: '',
  active: true,
  admin: person.isAdmin,
  boss: false,
  senior: false,
  dept_id_list: [1],
})
