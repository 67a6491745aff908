/** Examples of the doctor's answer: a set-up with troubles of every kind, and one in order. */
import type { Sample } from '../../kit/feature.js'
import type { Finding } from '../../kit/finding.js'
import { doctorCard } from './doctor.cards.js'
import { missingCard } from './missing.cards.js'
import { scarceCard } from './scarce.cards.js'

const trouble: readonly Finding[] = [
  {
    area: 'house',
    what: 'zoneHouse',
    level: 'warn',
    params: { house: 'Asia/Shanghai', zone: 'Asia/Tokyo', count: 9, total: 12 },
  },
  { area: 'house', what: 'calendarOutdated', level: 'warn', params: { year: 2027 } },
  { area: 'people', what: 'adminMissing', level: 'bad' },
  {
    area: 'people',
    what: 'signersMissing',
    level: 'warn',
    params: { roles: 'finance-head,sales-head', role: 'finance-head', count: 2 },
  },
  {
    area: 'campaign',
    what: 'zoneCampaign',
    level: 'warn',
    params: {
      campaign: 'C-1 618年中狂欢·全场满300减50',
      zone: 'Asia/Shanghai',
      owner: '经理',
      theirs: 'Europe/Berlin',
    },
  },
  { area: 'slack', what: 'slackScope', level: 'bad', params: { scope: 'files:write' } },
  { area: 'slack', what: 'slackNotInChannel', level: 'warn', params: { channel: '#618大促' } },
  { area: 'dingtalk', what: 'dingtalkContacts', level: 'warn' },
  {
    area: 'dingtalk',
    what: 'dingtalkMessages',
    level: 'warn',
    params: { used: 2460, of: 3000, percent: 82 },
  },
  { area: 'slack', what: 'slackSocket', level: 'good', params: { open: 2, wanted: 2 } },
]

const fine: readonly Finding[] = [
  { area: 'house', what: 'houseOk', level: 'good', params: { zone: 'Asia/Shanghai', year: 2027 } },
  { area: 'people', what: 'peopleOk', level: 'good', params: { count: 17 } },
  { area: 'campaign', what: 'campaignsOk', level: 'good', params: { count: 2 } },
  { area: 'slack', what: 'slackOk', level: 'good', params: { team: '示例公司', bot: 'drumbeat' } },
]

export const samples: readonly Sample[] = [
  { name: 'doctor.trouble', draw: doctorCard(trouble) },
  { name: 'doctor.fine', draw: doctorCard(fine) },
  {
    name: 'doctor.missing-year',
    draw: missingCard({
      ...{ year: 2027, known: false, weekend: [6, 7] },
      campaigns: [{ ref: 'C-3', name: '年货节·全场满300减50 <!channel>' }],
    }),
  },
  { name: 'doctor.scarce', draw: scarceCard({ kind: 'stream', percent: 80, used: 2400, quota: 3000 }) },
]
