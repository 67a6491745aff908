/** The people of the playground: the handbook's masked names (`*经理`, `*设计师` …), one per position. */
import type { Db } from '../../kit/store.js'
import type { Role } from './people.js'
import { addPerson } from './people.repo.js'

interface SamplePerson {
  id: string
  name: string
  department: string
  roles: readonly Role[]
  language?: string
}

export const samplePeople: readonly SamplePerson[] = [
  {
    id: 'manager',
    name: '经理',
    department: '市场部',
    roles: ['admin', 'planner', 'project-lead'],
  },
  { id: 'director', name: '总监', department: '市场部', roles: ['planner', 'manager-in-charge'] },
  { id: 'designer', name: '设计师', department: '设计部', roles: ['member', 'designer'] },
  { id: 'engineer', name: '工程师', department: '技术部', roles: ['member', 'engineer'] },
  { id: 'operator', name: '运营', department: '运营部', roles: ['member', 'operator'] },
  {
    id: 'service-supervisor',
    name: '客服主管',
    department: '客服部',
    roles: ['member', 'service-supervisor'],
  },
  {
    id: 'marketing-manager',
    name: '市场部经理',
    department: '市场部',
    roles: ['planner', 'marketing-manager', 'marketing-head'],
  },
  {
    id: 'operations-supervisor',
    name: '运营部主管',
    department: '运营部',
    roles: ['planner', 'operations-supervisor', 'operations-head'],
  },
  { id: 'finance-head', name: '财务部负责人', department: '财务部', roles: ['finance', 'finance-head'] },
  { id: 'sales-head', name: '销售部负责人', department: '销售部', roles: ['member', 'sales-head'] },
  { id: 'product-head', name: '产品部负责人', department: '产品部', roles: ['member', 'product-head'] },
  { id: 'planner', name: '策划', department: '市场部', roles: ['planner', 'planning-owner'] },
  { id: 'copywriter', name: '文案', department: '文案部', roles: ['member', 'copywriter'] },
  { id: 'promotion-manager', name: '推广经理', department: '市场部', roles: ['member', 'promotion-manager'] },
  { id: 'specialist', name: '专员', department: '市场部', roles: ['member', 'specialist'] },
  { id: 'data-specialist', name: '数据专员', department: '市场部', roles: ['member', 'data-specialist'] },
  { id: 'intern', name: '实习生', department: '市场部', roles: ['viewer'] },
  { id: 'alex', name: 'Alex', department: '海外市场部', roles: ['planner'], language: 'en' },
]

/** Puts the sample people into a store that knows nobody yet. @returns whether it did. */
export const seedPeople = async (db: Db, at: Date, zone: string, platform: string): Promise<boolean> => {
  if ((await db.person.count()) > 0) return false
  let joined = at.getTime()
  for (const { id, name, department, roles, language = 'zh-CN' } of samplePeople) {
    const person = { id, name, department, roles, language, zone, account: { platform, account: id } }
    await addPerson(db, person, new Date(joined++))
  }
  return true
}
