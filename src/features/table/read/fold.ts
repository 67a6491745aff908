/** Spellings of one word brought together, to compare with, never to keep: traditional, full-width, with pinyin debris. */

// The characters of the printed headings, states and positions, each before its simplified form.
const pairs =
  '標标類类層层略略劃划責责負负務务稱称聯联關关時时間间執执優优級级協协門门賴赖狀状態态備备註注動动階阶節节' +
  '點点險险應应對对資资進进鍵键異异問问題题響响處处預预計计決决評评維维際际數数據据來来議议復复複复覆复盤盘' +
  '經经驗验勝胜敗败術术審审項项內内說说詳详細细監监實实閾阈裡里裏里號号後后開开結结須须達达週周開开畫画' +
  '設设專专員员總总導导運运營营單单組组長长發发佈布產产創创團团隊队啟启啓启啟启書书報报寫写廣广傳传' +
  '體体驟骤種种樣样價价範范圍围準准滿满減减選选擇择檔档圖图視视頻频網网頁页測测試试統统籌筹暫暂係系' +
  '為为與与從从個个們们這这還还無无見见讓让請请誰谁調调訊讯話话語语讀读識识證证護护變变質质費费錢钱錯错' +
  '錄录鏈链銷销鋪铺貨货購购貼贴賣卖買买貢贡財财貴贵賽赛線线續续網网緊紧緩缓縮缩繪绘給给約约紀纪紅红' +
  '機机構构權权極极業业榮荣樓楼檢检歡欢歷历歸归殘残毀毁氣气決决沒没況况溝沟滯滞漸渐濟济災灾無无煩烦' +
  '衝冲衛卫補补裝装觀观規规覺觉觸触訂订訓训記记許许訪访評评詢询該该認认誤误論论諮咨謝谢' +
  '輯辑輸输轉转辦办農农迴回連连遊游過过遞递適适遲迟邊边郵邮釋释醫医鐘钟鋼钢閉闭閱阅陳陈陸陆隨随' +
  '雙双雜杂離离難难電电靈灵靜静順顺預预領领頭头顧顾願愿類类顯显風风飛飞飯饭養养館馆駐驻驟骤體体髮发' +
  '鬥斗魚鱼鮮鲜麗丽麥麦黃黄齊齐齡龄龍龙獎奖獨独獲获現现環环異异療疗皺皱盡尽眾众碼码禮礼稅税穩稳' +
  '競竞筆笔節节簡简簽签籃篮糧粮紙纸終终絡络聲声聽听職职腦脑膽胆臨临舉举舊旧藝艺蘋苹蘭兰虛虚蟲虫' +
  '備备傑杰傷伤價价億亿儀仪儘尽償偿兒儿兩两冊册凍冻劇剧劑剂勞劳區区華华卻却參参吳吴員员嗎吗嘗尝嚴严' +
  '國国園园圓圆圖图場场塊块報报墊垫壓压壞坏壯壮夠够夢梦奪夺婦妇媽妈學学孫孙宮宫寶宝將将尋寻導导屆届' +
  '屬属島岛幣币帶带幫帮幹干庫库廠厂張张強强彈弹彙汇後后徵征恆恒悅悦惡恶愛爱慮虑憂忧懷怀戰战戲戏戶户' +
  '拋抛掃扫掛挂採采換换揮挥損损搶抢撥拨擔担據据擇择擊击擬拟擴扩攝摄攤摊敵敌斷断於于晉晋暢畅曆历會会' +
  '東东條条楊杨榜榜橋桥歐欧殺杀漲涨熱热爭争爾尔牆墙犧牺獻献瑪玛甌瓯當当療疗癒愈發发盜盗睜睁確确礎础' +
  '緒绪緣缘編编縣县績绩織织繼继罰罚羅罗義义習习聰聪肅肃腳脚臺台與与興兴舖铺葉叶薦荐薪薪藥药蓋盖蘇苏'

const simplified = new Map<string, string>()
const letters = [...pairs]
for (let i = 0; i + 1 < letters.length; i += 2) simplified.set(letters[i] as string, letters[i + 1] as string)

const toned = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńň'
/** How automatic conversion left its mark: `標(biāo)`. A word in brackets without tones is the writer's own. */
const debris = new RegExp(`(?<=\\p{Script=Han})[(（](?=[a-zü]{0,5}[${toned}])[a-zü${toned}]{1,6}[)）]`, 'gu')

/** `text` without pinyin behind its characters. */
export const withoutPinyin = (text: string): string => {
  if (!/[(（]/.test(text)) return text
  const whole = text.normalize('NFC')
  const clean = whole.replace(debris, '')
  return clean === whole ? text : clean
}

/** In simplified lower-case letters without blanks: the same name, whoever writes it. */
export const plain = (text: string): string =>
  [...withoutPinyin(text).normalize('NFKC')]
    .map((letter) => simplified.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replace(/\s+/g, '')

/** The same for every spelling of a word; marks and blanks do not count. */
export const folded = (text: string): string => plain(text).replace(/[_:*"'`·.。、]+/g, '')

/** Without what stands in brackets behind it: 负责人(R1), 备注(如依赖资源). */
export const bareWord = (text: string): string =>
  folded(
    withoutPinyin(text)
      .normalize('NFKC')
      .replace(/\([^()]*\)/g, ''),
  )
